-- What the two bicycle modes share: OSRM's own bicycle.lua decides where one may ride, push and turn, so that its access
-- and surface rules follow the OSRM version; speeds, turns and hills are ours, the same figures as in
-- libs/street-network/src/profiles/bicycle-profile.ts. Whoever changes one changes both.
local folder = os.getenv('OSRM_PROFILES') or '/opt'
package.path = folder .. '/?.lua;' .. package.path
local base = dofile(folder .. '/bicycle.lua') -- also sets the global api_version
local stock_setup = base.setup
local stock_process_way = base.process_way

-- A hill somebody only calls "up" is one that is noticed: 5 %.
local noticed_percent, steepest_percent = 5, 20

-- Percent, positive uphill in the direction the way is drawn; 0 where nothing is told. Steps have a speed of their own.
local function slope_percent(way)
  local incline = way:get_value_by_key('incline')
  if not incline or incline == '' or way:get_value_by_key('highway') == 'steps' then return 0 end
  if incline == 'up' then return noticed_percent end
  if incline == 'down' then return -noticed_percent end
  local figure = tonumber((string.match(incline, '^%s*(-?%d+[.,]?%d*)') or ''):gsub(',', '.') .. '')
  if not figure then return 0 end
  local percent = string.find(incline, '°', 1, true) and math.tan(math.rad(figure)) * 100 or figure
  return math.max(-steepest_percent, math.min(steepest_percent, percent))
end

local function climb_factor(percent, loss)
  if percent <= 0 then return 1 end
  return math.max(0.25, 1 - loss * percent)
end

-- figures: cruise, path, track (km/h), max (km/h), climb_loss (share of the speed per percent), turn_penalty, turn_bias,
-- u_turn_penalty, signal_penalty (s)
return function(figures)
  local profile = {}
  for key, value in pairs(base) do profile[key] = value end

  profile.setup = function()
    local settings = stock_setup()
    local stock_cruise = settings.default_speed
    settings.default_speed = figures.cruise
    settings.vehicle_max_speed = figures.max
    settings.turn_penalty = figures.turn_penalty
    settings.turn_bias = figures.turn_bias
    settings.properties.u_turn_penalty = figures.u_turn_penalty
    settings.properties.traffic_light_penalty = figures.signal_penalty
    settings.properties.max_speed_for_map_matching = 45 / 3.6
    -- setup copies the cruising speed into both tables: what was the cruising speed becomes ours.
    for kind, kmh in pairs(settings.bicycle_speeds) do
      if kmh >= stock_cruise then settings.bicycle_speeds[kind] = figures.cruise end
    end
    settings.bicycle_speeds.path = figures.path
    settings.bicycle_speeds.track = figures.track
    for kind, kmh in pairs(settings.surface_speeds) do
      if kmh >= stock_cruise then settings.surface_speeds[kind] = figures.cruise end
    end
    return settings
  end

  profile.process_way = function(settings, way, result, relations)
    stock_process_way(settings, way, result, relations)
    local percent = slope_percent(way)
    if percent == 0 then return end
    local pushing = settings.walking_speed
    if result.forward_speed > pushing then
      result.forward_speed = math.max(pushing, result.forward_speed * climb_factor(percent, figures.climb_loss))
    end
    if result.backward_speed > pushing then
      result.backward_speed = math.max(pushing, result.backward_speed * climb_factor(-percent, figures.climb_loss))
    end
  end

  return profile
end
