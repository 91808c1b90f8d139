-- A pedelec: cruises at 20 km/h, assistance ends at 25 km/h (EN 15194) and keeps 17 km/h up a hill of 5 %. Turns cost
-- what they cost an ordinary bicycle: it is heavier and slower into them, and faster out. The battery and the lock are
-- handling times of the unit, not of the map.
local folder = os.getenv('RAMRUTT_PROFILES') or '/profiles'
return dofile(folder .. '/bicycle-like.lua')({
  cruise = 20, path = 16, track = 15, max = 25, climb_loss = 0.03,
  turn_penalty = 6, turn_bias = 1.4, u_turn_penalty = 20, signal_penalty = 2,
})
