package ganglion.learning.data;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.SoundFile;
import ganglion.cochlea.data.SoundReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Several notes at once, each of another class. A mixture is a function of (seed, number): how many notes, which, and how loud each is.
 * Notes are brought to the same root mean square before their gain, and the mixture to a peak of 0.9 of full scale.
 */
public final class NoteMixtures {

    private static final double PEAK = 0.9;

    private final List<List<AudioClip>> byClass = new ArrayList<>();
    private final int mostNotes;
    private final double gainRangeDecibels;
    private final long seed;

    /**
     * @param sounds notes, all of the same sample rate
     * @param classes names of the classes, at most 31
     * @param mostNotes of a mixture, 1 to the number of classes; every number from 1 on is as likely
     * @param gainRangeDecibels notes are softer than the loudest by up to this
     * @param seed of all choices
     * @throws DataSetException if a sound cannot be read, or a class has none
     */
    public NoteMixtures(
            List<SoundFile> sounds, List<String> classes, int mostNotes, double gainRangeDecibels, long seed)
            throws DataSetException {
        this.mostNotes = mostNotes;
        this.gainRangeDecibels = gainRangeDecibels;
        this.seed = seed;
        if (classes.size() > Integer.SIZE - 1 || mostNotes < 1 || mostNotes > classes.size()) {
            throw new IllegalArgumentException("mixtures of up to " + mostNotes + " of " + classes.size()
                    + " classes, expected at least 1 of at most 31");
        }
        classes.forEach(name -> byClass.add(new ArrayList<>()));
        SoundReader.read(
                sounds,
                (sound, clip) -> byClass.get(classes.indexOf(sound.label())).add(clip));
        for (int c = 0; c < classes.size(); c++) {
            if (byClass.get(c).isEmpty()) {
                throw new DataSetException(classes.get(c), "found no sound of this class, expected at least one");
            }
        }
    }

    /**
     * A mixture.
     *
     * @param clip the sound
     * @param classes that are in it: class c if bit c is set
     */
    public record Mixture(AudioClip clip, int classes) {}

    /** The mixture of a number. */
    public Mixture mixture(int number) {
        Random random = new Random(new SplittableRandom(seed * 31 + number).nextLong());
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < byClass.size(); c++) {
            order.add(c);
        }
        Collections.shuffle(order, random);
        int notes = 1 + random.nextInt(mostNotes);
        double[] sum = new double[0];
        int classes = 0;
        double rateHertz = 0;
        for (int label : order.subList(0, notes)) {
            List<AudioClip> clips = byClass.get(label);
            AudioClip clip = clips.get(random.nextInt(clips.size()));
            double decibels = -gainRangeDecibels * random.nextDouble();
            sum = added(sum, clip.samples(), decibels);
            classes |= 1 << label;
            rateHertz = clip.sampleRateHertz();
        }
        return new Mixture(new AudioClip(scaled(sum), rateHertz), classes);
    }

    private static double[] added(double[] sum, double[] note, double decibels) {
        double power = 0;
        for (double sample : note) {
            power += sample * sample / note.length;
        }
        double gain = power == 0 ? 0 : Math.pow(10, decibels / 20) / Math.sqrt(power);
        double[] result = new double[Math.max(sum.length, note.length)];
        System.arraycopy(sum, 0, result, 0, sum.length);
        for (int i = 0; i < note.length; i++) {
            result[i] += gain * note[i];
        }
        return result;
    }

    private static double[] scaled(double[] samples) {
        double peak = 0;
        for (double sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        double[] result = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            result[i] = peak == 0 ? 0 : samples[i] * PEAK / peak;
        }
        return result;
    }
}
