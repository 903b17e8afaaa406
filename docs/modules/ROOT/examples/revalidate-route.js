import { createHash, timingSafeEqual } from 'node:crypto'
import { revalidatePath, revalidateTag } from 'next/cache'

const digest = text => createHash('sha256').update(text).digest()

export async function POST(request) {
  const expected = 'Bearer ' + process.env.REVALIDATE_SECRET
  if (!process.env.REVALIDATE_SECRET || !timingSafeEqual(digest(request.headers.get('authorization') ?? ''), digest(expected))) {
    return new Response(null, { status: 401 })
  }
  const { tags = [], mode, everything } = await request.json()
  tags.forEach(tag => revalidateTag(tag, mode === 'stale' ? 'max' : { expire: 0 }))
  if (everything) revalidatePath('/', 'layout')
  return Response.json({ revalidated: true })
}
