/** Decodes FLAC files (RFC 9639): header, frames, subframes, bits. */
package ganglion.cochlea.audio.flac;
