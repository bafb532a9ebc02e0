// Reads a picture: consecutive ticks as the server packs them (PictureEncoder says how). All lists are views of the message.

const HEADER_BYTES = 32;

export function decode(message) {
  const head = new DataView(message);
  const picture = {
    session: head.getUint32(0, true),
    ticks: head.getUint32(4, true),
    first: head.getFloat64(8, true),
    bandCount: head.getUint32(16, true),
  };
  const populations = head.getUint32(20, true);
  const spikes = head.getUint32(24, true);
  const width = head.getUint32(28, true);
  let at = HEADER_BYTES;
  const take = (Type, length) => {
    const list = new Type(message, at, length);
    at += length * Type.BYTES_PER_ELEMENT;
    return list;
  };
  picture.counts = take(Uint32Array, populations);
  picture.spikesOfTick = take(Uint32Array, picture.ticks);
  picture.lowest = take(Float32Array, picture.ticks);
  picture.highest = take(Float32Array, picture.ticks);
  picture.confidence = take(Float32Array, picture.ticks);
  picture.winner = take(Int32Array, picture.ticks);
  picture.bands = take(Float32Array, picture.ticks * picture.bandCount);
  picture.spikes = take(width === 2 ? Uint16Array : Uint32Array, spikes);
  return picture;
}
