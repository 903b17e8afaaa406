-- revalidate(nonce, generation, applied, maximum, log-entries, log-bytes, mode, tag...)      mode: E for EXPIRE, S for STALE
-- The clock is written first: if a later write fails there is a hole in the log, which makes nodes reload, and no lost entry.
-- Lua does not roll back. Any error means that it is not propagated; the whole is sent again, and twice is harmless.
local mode, first = ARGV[7], 8
local sequence = text(tonumber(redis.call('HGET', state, 'clk')) + 1)
redis.call('HSET', state, 'clk', sequence, 'beat', text(now))

-- Lua can unpack a limited number of values into one command.
for from = first, #ARGV, 500 do
  local numbers = {}
  for i = from, math.min(from + 499, #ARGV) do
    numbers[#numbers + 1] = mode .. ARGV[i]
    numbers[#numbers + 1] = sequence
  end
  redis.call('HSET', state, unpack(numbers))
end

-- What an entry takes in the log, about.
local function size(tags)
  return #tags + 32
end

local tags = table.concat(ARGV, '\n', first)
redis.call('XADD', log, sequence .. '-0', 'm', mode, 't', tags)
local entries = redis.call('XLEN', log)
local bytes = size(tags)
if entries > 1 then -- else the log was lost alone, and the number is that of what was in it
  bytes = bytes + tonumber(redis.call('HGET', state, 'bytes'))
end
while entries > 1 and (entries > tonumber(ARGV[5]) or bytes > tonumber(ARGV[6])) do
  local oldest = redis.call('XRANGE', log, '-', '+', 'COUNT', 1)[1]
  redis.call('XDEL', log, oldest[1])
  entries = entries - 1
  bytes = bytes - size(oldest[2][4])
end
redis.call('HSET', state, 'bytes', text(bytes))
return answer(ARGV[4])
