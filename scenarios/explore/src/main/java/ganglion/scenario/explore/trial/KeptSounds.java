package ganglion.scenario.explore.trial;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.data.SoundReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Sounds in memory, which each front end of a search hears: decoding a compressed file takes longer than hearing it. Each front end reads all files in
 * turn, so that making room for later ones would keep none: the first that fit are kept. Safe to use from several threads.
 */
final class KeptSounds implements SoundReader.Decoder {

    private final Map<Path, AudioClip> kept = new HashMap<>();
    private long left;

    /** @param mostBytes for all of them */
    KeptSounds(long mostBytes) {
        this.left = mostBytes;
    }

    @Override
    public AudioClip read(Path file) throws AudioFormatException {
        synchronized (this) {
            AudioClip known = kept.get(file);
            if (known != null) {
                return known;
            }
        }
        AudioClip clip = AudioFiles.read(file);
        keep(file, clip);
        return clip;
    }

    private synchronized void keep(Path file, AudioClip clip) {
        long bytes = (long) Double.BYTES * clip.samples().length;
        if (bytes <= left && kept.putIfAbsent(file, clip) == null) {
            left -= bytes;
        }
    }
}
