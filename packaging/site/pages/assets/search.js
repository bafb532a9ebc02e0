// The theme looks for every word that begins as a word of the question does: for all with an a, where it asks for "a chip", and not for "model"
// where it asks for models. Here whole words are asked for, in whatever form, without those that mean nothing; the last may still be typed.
const SMALL = new Set(["between", "long", "make", "need", "set", "show", "take", "two", "use", "want"])

function asked(question) {
  if (/["+~^:*]|(^|\s)-/.test(question)) return question // has operators of its own
  const all = question.split(/[\s?!.,;()\/-]+/).filter(Boolean)
  const large = all.filter(word => !SMALL.has(word.toLowerCase()))
  const words = large.length ? large : all
  const typed = words.slice(-1).filter(word => words.length === 1 || word.length > 3)
  return words.map(word => `${word}^1`).concat(typed).join(" ")
}

const QUERY = 2
const post = Worker.prototype.postMessage
Worker.prototype.postMessage = function (message, ...rest) {
  return post.call(this, message.type === QUERY ? { ...message, data: asked(message.data) } : message, ...rest)
}
