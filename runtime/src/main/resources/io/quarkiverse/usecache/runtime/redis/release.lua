-- release(token, stored) on the lease of an entry: stored is 1 if the load has published an entry
-- A load that has none leaves a mark for a second, at which those that wait load at once instead of one after the other.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return 0
end
if ARGV[2] == '1' then
  return redis.call('DEL', KEYS[1])
end
redis.call('SET', KEYS[1], '-', 'PX', 1000)
return 1
