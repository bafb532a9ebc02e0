package ganglion.study.compose;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.SoundFile;
import ganglion.cochlea.data.SoundFolders;
import ganglion.cochlea.resample.Resampler;
import ganglion.kernel.random.CounterRandom;
import java.nio.file.Path;
import java.util.List;

/** The recordings of noise that mixtures draw from; keeps none in memory. */
public final class NoiseFolder {

    private final List<Path> files;

    private NoiseFolder(List<Path> files) {
        this.files = files;
    }

    /**
     * Finds recordings.
     *
     * @param word a sound file, a folder of them, or a pattern
     * @throws ComposeException if there are none
     */
    public static NoiseFolder find(String word) throws ComposeException {
        try {
            return new NoiseFolder(
                    SoundFolders.find(word).stream().map(SoundFile::file).toList());
        } catch (DataSetException e) {
            throw new ComposeException(e);
        }
    }

    /** The recording for a mixture. */
    Path draw(CounterRandom random) {
        return files.get(random.below(0, files.size()));
    }

    /** A bed of the recording that starts at a random sample. */
    NoiseBed bed(Path file, double rateHertz, CounterRandom random) throws ComposeException {
        try {
            AudioClip clip = AudioFiles.read(file);
            double[] samples =
                    Resampler.between(clip.sampleRateHertz(), rateHertz).resample(clip.samples());
            if (samples.length == 0) {
                throw new ComposeException(file, "found no samples, expected noise");
            }
            return new NoiseBed(samples, random.below(1, samples.length));
        } catch (AudioFormatException e) {
            throw new ComposeException(file, e.getMessage());
        }
    }
}
