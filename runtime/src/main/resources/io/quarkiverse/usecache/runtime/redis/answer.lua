-- The end of every script on a tag space: generation, clock, the time in microseconds, the number of fields of the state, and
-- the log entries after those which the caller has applied, or "reload" if some of them are lost or the generation is another.
-- An entry is its id and its fields, at most as many as the caller asks for; if there are more it asks again at once.
local function answer(maximum)
  local current = redis.call('HMGET', state, 'gen', 'clk')
  local entries = 'reload'
  if current[1] == generation then
    local next = text(applied + 1) .. '-0'
    entries = redis.call('XRANGE', log, next, '+', 'COUNT', maximum)
    if tonumber(current[2]) > applied and (not entries[1] or entries[1][1] ~= next) then
      entries = 'reload'
    end
  end
  return { current[1], current[2], text(now), text(redis.call('HLEN', state)), entries }
end
