#!/bin/bash
# Makes the files that osrm-routed serves, one set per mode, out of /import/area.osm.pbf. The sets are made beside the
# old ones and put in their place when both are whole, so that a map that cannot be read changes nothing.
set -euo pipefail
map=/import/area.osm.pbf
[ -s "$map" ] || { echo "no map at MAP_FILE: give the path of an .osm.pbf extract" >&2; exit 1; }
rm -rf /data/new && mkdir -p /data/new
for mode in cykel elcykel; do
  # Told in every answer: travel times of this map and these rules are never mixed with those of others.
  version=$(cat "$map" /profiles/bicycle-like.lua "/profiles/$mode.lua" | sha256sum | cut -c1-12)
  osrm-extract -p "/profiles/$mode.lua" --data_version "$version" -o "/data/new/$mode" "$map"
  osrm-contract "/data/new/$mode.osrm"
done
rm -f /data/cykel.osrm* /data/elcykel.osrm*
mv /data/new/* /data/ && rmdir /data/new
echo "done: docker compose restart osrm-cykel osrm-elcykel"
