/**
 * Where sound comes from: files of any supported kind, streams of bytes, microphones. The decoders here adapt the JDK and
 * third-party libraries. The only package that uses {@code javax.sound}.
 */
package ganglion.cochlea.audio.input;
