/**
 * Sound into spikes: {@link ganglion.cochlea.audio.input.AudioFiles} reads a clip, a {@link ganglion.cochlea.Cochlea} turns it
 * into spikes, a {@link ganglion.cochlea.CochleaStream} does the same while the sound goes on.
 *
 * <pre>
 * clip -> resample -> STFT power -> mel bands -> lateral inhibition -> gain control -> encoder -> spikes
 *         resample    spectrum      spectrum     inhibition            gain            encode
 * </pre>
 *
 * <p>Frequencies are in hertz, times in seconds, power in units of full scale (a full-scale sine has power 1) unless a
 * parameter says otherwise. One frame is one tick.
 *
 * <p>This package joins the stages. A stage works on plain arrays, so that the same code serves clips and streams, and
 * uses only packages above it in this list, as a test checks:
 *
 * <pre>
 *  operation     how many operations each stage takes
 *  audio         a clip, and what all kinds of sound input share
 *  audio.flac    FLAC files
 *  audio.wave    WAV files, read and written
 *  audio.input   sound from files of any kind, byte streams and microphones
 *  transfer      how the outer and middle ear weight frequencies
 *  spectrum      short-time spectra, mel bands, cepstral coefficients
 *  resample      another sample rate
 *  gammatone     a bank of gammatone filters in place of spectra
 *  inhibition    lateral inhibition across bands
 *  gain          from power to drive
 *  contour       spectral contour as numbers for a network
 *  expression    fluctuation of level and pitch as numbers for a network
 *  encode        from drive to spikes or currents
 * </pre>
 *
 * <p>{@link ganglion.cochlea.data} finds and reads the sounds of data sets; it uses this package.
 */
package ganglion.cochlea;
