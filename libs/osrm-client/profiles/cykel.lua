-- An ordinary bicycle: 15 km/h on good surfaces, 9 km/h up a hill of 5 %.
local folder = os.getenv('RAMRUTT_PROFILES') or '/profiles'
return dofile(folder .. '/bicycle-like.lua')({
  cruise = 15, path = 13, track = 12, max = 21, climb_loss = 0.08,
  turn_penalty = 6, turn_bias = 1.4, u_turn_penalty = 20, signal_penalty = 2,
})
