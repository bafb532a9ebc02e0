package ganglion.study.compose;

import java.nio.file.Path;

/**
 * One recorded note.
 *
 * @param file where it is
 * @param pitch MIDI key number
 * @param velocity 1 to 127
 */
record WaveRecording(Path file, int pitch, int velocity) {}
