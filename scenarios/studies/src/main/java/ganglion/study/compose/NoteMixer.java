package ganglion.study.compose;

import ganglion.study.score.Note;
import ganglion.study.score.Score;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Plays a score on instruments of the library, block by block. */
public final class NoteMixer {

    /** Largest change of pitch of a recording, in semitones; notes beyond it are left out. */
    static final int LARGEST_SHIFT = 12;

    /** Most notes that sound at once; more are left out. */
    static final int MOST_AT_ONCE = 64;

    static final int BLOCK_SAMPLES = 4096;

    private static final double FADE_SECONDS = 0.05;

    private final Score score;
    private final List<Instrument> instruments;
    private final double rateHertz;
    private final RecordedNotes recorded;
    private final List<Sounding> sounding = new ArrayList<>();
    private long played;
    private long leftOut;

    /** Receives samples and labels. */
    interface Output {

        /** The next samples; the array is used again. */
        void samples(double[] block, int length) throws IOException;

        /** A note that began in the samples to come. */
        void label(Label label) throws IOException;
    }

    /**
     * A played note.
     *
     * @param startSeconds when the note begins
     * @param endSeconds when its key is released or its recording ends, whichever is first
     * @param instrument that plays it
     * @param pitch MIDI key number
     * @param velocity 1 to 127
     * @param recording that was used
     */
    record Label(
            double startSeconds,
            double endSeconds,
            Instrument instrument,
            int pitch,
            int velocity,
            WaveRecording recording) {}

    /** @param instruments one for each part of the score */
    NoteMixer(Score score, List<Instrument> instruments, double rateHertz, RecordedNotes recorded) {
        this.score = score;
        this.instruments = instruments;
        this.rateHertz = rateHertz;
        this.recorded = recorded;
    }

    /** Number of notes that were played. */
    long played() {
        return played;
    }

    /** Number of notes that were left out: no recording near enough, or too many at once. */
    long leftOut() {
        return leftOut;
    }

    void play(Output output) throws ComposeException, IOException {
        long length = Math.round(score.seconds() * rateHertz);
        double[] block = new double[BLOCK_SAMPLES];
        Iterator<Note> notes = score.notes().iterator();
        Note next = notes.hasNext() ? notes.next() : null;
        for (long start = 0; start < length; start += BLOCK_SAMPLES) {
            int count = (int) Math.min(BLOCK_SAMPLES, length - start);
            while (next != null && sample(next.startSeconds()) < start + count) {
                begin(next, length, output);
                next = notes.hasNext() ? notes.next() : null;
            }
            Arrays.fill(block, 0);
            for (Sounding note : sounding) {
                note.addTo(block, count, start);
            }
            long done = start + count;
            sounding.removeIf(note -> note.endSample() <= done);
            output.samples(block, count);
        }
    }

    private long sample(double seconds) {
        return Math.round(seconds * rateHertz);
    }

    private void begin(Note note, long length, Output output) throws ComposeException, IOException {
        Instrument instrument = instruments.get(note.part());
        WaveRecording recording = instrument.nearest(note.pitch(), note.velocity());
        if (Math.abs(note.pitch() - recording.pitch()) > LARGEST_SHIFT || sounding.size() == MOST_AT_ONCE) {
            leftOut++;
            return;
        }
        long start = sample(note.startSeconds());
        long release = Math.min(length, sample(note.endSeconds()));
        int fade = (int) Math.round(FADE_SECONDS * rateHertz);
        Sounding sound = new Sounding(
                recorded.samples(recording, note.pitch() - recording.pitch(), (int) (release - start + fade)),
                gain(note.velocity()) / gain(recording.velocity()),
                start,
                release,
                fade);
        sounding.add(sound);
        played++;
        output.label(new Label(
                start / rateHertz,
                sound.releaseSample() / rateHertz,
                instrument,
                note.pitch(),
                note.velocity(),
                recording));
    }

    /** Gain of a velocity: its square (MIDI Association, Downloadable Sounds Level 1, 1999: 40 log10(127 / velocity) dB). */
    private static double gain(int velocity) {
        double share = (double) velocity / Note.HIGHEST;
        return share * share;
    }

    /** A note while it sounds. */
    static final class Sounding {

        private final double[] samples;
        private final double gain;
        private final long startSample;
        private final long releaseSample;
        private final int fadeSamples;

        /**
         * @param samples of the recording at its pitch
         * @param gain to multiply them by
         * @param startSample of the mixture at which it begins
         * @param releaseSample of the mixture at which its key is released
         * @param fadeSamples length of the fade-out after that
         */
        Sounding(double[] samples, double gain, long startSample, long releaseSample, int fadeSamples) {
            this.samples = samples;
            this.gain = gain;
            this.startSample = startSample;
            this.releaseSample = Math.min(releaseSample, startSample + samples.length);
            this.fadeSamples = fadeSamples;
        }

        /** Sample at which its key is released, or its recording ends. */
        long releaseSample() {
            return releaseSample;
        }

        /** First sample after its end. */
        long endSample() {
            return Math.min(releaseSample + fadeSamples, startSample + samples.length);
        }

        /** Adds its share to a block of the mixture. */
        void addTo(double[] block, int length, long blockStart) {
            long from = Math.max(startSample, blockStart);
            long until = Math.min(endSample(), blockStart + length);
            for (long sample = from; sample < until; sample++) {
                double fade = sample < releaseSample ? 1 : 1 - (double) (sample - releaseSample) / fadeSamples;
                block[(int) (sample - blockStart)] += gain * fade * samples[(int) (sample - startSample)];
            }
        }
    }
}
