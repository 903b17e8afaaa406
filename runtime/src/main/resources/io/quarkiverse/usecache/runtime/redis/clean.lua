-- clean(generation, floor, cursor) on the state; returns the next cursor, 0 at the end
-- Drops the numbers of tags up to the floor, some hundred a call. A tag without a number has the floor's, so it is raised first.
local state, generation, floor = KEYS[1], ARGV[1], tonumber(ARGV[2])
local held = redis.call('HMGET', state, 'gen', 'floor')
if held[1] ~= generation then
  return '0'
end
redis.call('HSET', state, 'floor', string.format('%.0f', math.max(floor, tonumber(held[2]))))

local scanned = redis.call('HSCAN', state, ARGV[3], 'COUNT', 500)
local dropped = {}
for i = 1, #scanned[2], 2 do
  local isTag = string.match(scanned[2][i], '^[ES]')
  if isTag and tonumber(scanned[2][i + 1]) <= floor then
    dropped[#dropped + 1] = scanned[2][i]
  end
end
for from = 1, #dropped, 500 do
  redis.call('HDEL', state, unpack(dropped, from, math.min(from + 499, #dropped)))
end
return scanned[1]
