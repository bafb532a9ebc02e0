package ganglion.learning.data;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.SoundFile;
import ganglion.cochlea.data.SoundFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/**
 * Sounds that are heard and written as recorded spikes, with {@link RecordingsWriter}. They lie in a folder for each class, and
 * in it in a folder for each speaker.
 */
public final class HeardRecordings {

    /** Sounds that are heard at a time, by all processors. */
    private static final int BLOCK = 64;

    private static final int LARGEST_NUMBER = 65535;

    private final Path folder;
    private final Cochlea ear;
    private final List<SoundFile> sounds;
    private final List<String> classes;
    private final List<String> speakers;

    private HeardRecordings(Path folder, Cochlea ear) throws DataSetException {
        this.folder = folder;
        this.ear = ear;
        this.sounds = SoundFolders.byClass(folder);
        for (SoundFile sound : sounds) {
            if (folder.relativize(sound.file()).getNameCount() < 3) {
                throw new DataSetException(
                        sound.file(), "lies in no folder of a speaker, expected CLASS/SPEAKER/SOUND in " + folder);
            }
        }
        this.classes = HeardDataSet.classesOf(sounds);
        this.speakers = sounds.stream().map(this::speaker).distinct().sorted().toList();
        int channels = ear.parameters().encoder().neurons(ear.bandCentresHertz().length);
        if (Math.max(Math.max(channels, classes.size()), speakers.size()) > LARGEST_NUMBER) {
            throw new DataSetException(
                    folder,
                    "found " + channels + " channels, " + classes.size() + " classes and " + speakers.size()
                            + " speakers, expected at most " + LARGEST_NUMBER + " of each");
        }
    }

    /**
     * What was written.
     *
     * @param samples number of samples
     * @param classes names of the classes, by number
     * @param speakers number of speakers
     * @param spikes number of spikes of all samples
     */
    public record Summary(int samples, List<String> classes, int speakers, long spikes) {

        /** Takes a copy of the list. */
        public Summary {
            classes = List.copyOf(classes);
        }
    }

    /** The spikes of a sound, or what is wrong with it. What else was heard of it is given free: it is large. */
    private record Heard(double[] seconds, double[] channels, DataSetException fault) {}

    /**
     * Hears all sounds of a folder. Classes are numbered in alphabetical order. Speakers have the numbers that their folders are
     * named by, if these are different whole numbers, else they are numbered in alphabetical order too. A spike is put into the middle
     * of its frame, so that half precision moves none into another frame before a time of 1024 to 2048 frames, 4 s with frames of
     * 2 ms.
     *
     * @param progress told the share of the sounds that were heard
     * @throws DataSetException if there is no sound, one lies in no folder of a speaker, or one cannot be read or heard or has
     *     spikes later than that
     */
    public static Summary write(Path folder, Cochlea ear, RecordingsWriter writer, DoubleConsumer progress)
            throws DataSetException, IOException {
        return new HeardRecordings(folder, ear).write(writer, progress);
    }

    private Summary write(RecordingsWriter writer, DoubleConsumer progress) throws DataSetException, IOException {
        Function<String, Integer> number = haveNumbers() ? Integer::valueOf : speakers::indexOf;
        long spikes = 0;
        for (int first = 0; first < sounds.size(); first += BLOCK) {
            progress.accept((double) first / sounds.size());
            List<SoundFile> block = sounds.subList(first, Math.min(sounds.size(), first + BLOCK));
            List<Heard> heard = block.parallelStream().map(this::hear).toList();
            for (int i = 0; i < block.size(); i++) {
                if (heard.get(i).fault != null) {
                    throw heard.get(i).fault;
                }
                SoundFile sound = block.get(i);
                Heard each = heard.get(i);
                writer.add(each.seconds, each.channels, classes.indexOf(sound.label()), number.apply(speaker(sound)));
                spikes += each.seconds.length;
            }
        }
        writer.finish(classes);
        return new Summary(sounds.size(), classes, speakers.size(), spikes);
    }

    /** Whether the names are numbers, different ones: 1 and 01 are two speakers. */
    private boolean haveNumbers() {
        return speakers.stream().allMatch(HeardRecordings::isNumber)
                && speakers.stream().map(Integer::valueOf).distinct().count() == speakers.size();
    }

    private static boolean isNumber(String name) {
        return name.matches("\\d{1,5}") && Integer.parseInt(name) <= LARGEST_NUMBER;
    }

    private String speaker(SoundFile sound) {
        return folder.relativize(sound.file()).getName(1).toString();
    }

    private Heard hear(SoundFile sound) {
        try {
            return heard(sound.file(), ear.hear(AudioFiles.read(sound.file())));
        } catch (AudioFormatException | IllegalArgumentException e) {
            return new Heard(null, null, new DataSetException(sound.file(), e.getMessage(), e));
        }
    }

    private static Heard heard(Path file, CochleaOutput hearing) {
        double[] seconds = new double[hearing.spikes().size()];
        double[] channels = new double[seconds.length];
        double end = endOfHalfPrecision(hearing.hopSeconds());
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = (hearing.spikes().tick(i) + 0.5) * hearing.hopSeconds();
            channels[i] = hearing.spikes().neuron(i);
            if (seconds[i] >= end) {
                String message = "found a spike at " + (float) seconds[i] + " s, expected none from " + end
                        + " s on: times in half precision do not tell frames of " + hearing.hopSeconds()
                        + " s apart there; take shorter sounds or a longer hop";
                return new Heard(null, null, new DataSetException(file, message));
            }
        }
        return new Heard(seconds, channels, null);
    }

    /**
     * The time before which numbers in half precision, of 11 significant bits, are less than a frame apart: the first power of 2 that
     * is at least 1024 frames.
     */
    private static double endOfHalfPrecision(double hopSeconds) {
        double power = Math.scalb(1.0, Math.getExponent(hopSeconds));
        return 1024 * (power < hopSeconds ? 2 * power : power);
    }
}
