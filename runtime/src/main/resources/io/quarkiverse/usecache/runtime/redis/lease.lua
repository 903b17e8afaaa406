-- lease(token, milliseconds, bytes) on the lease of an entry, and the entry
-- Answers whether the lease was free, who has it, and the beginning of the entry, by which its load is known.
local taken = redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2])
local entry = redis.call('GET', KEYS[2]) or ''
return { taken and 1 or 0, redis.call('GET', KEYS[1]) or '', string.sub(entry, 1, tonumber(ARGV[3])) }
