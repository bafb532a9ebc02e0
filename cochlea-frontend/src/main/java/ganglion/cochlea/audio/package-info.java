/**
 * Sound files as samples: decoding within bounds (input is untrusted), mixing to mono, resampling. The only package that
 * touches {@code javax.sound}.
 */
package ganglion.cochlea.audio;
