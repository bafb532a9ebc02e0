package ganglion.cochlea.adjust;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.Spectrogram;
import ganglion.cochlea.audio.AudioClip;
import ganglion.kernel.event.SpikeRaster;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;

/** A clip heard by an ear that is adjusted meanwhile: what a session that heard the same sound with the same changes made of it. Thread safe. */
public final class AdjustedHearing {

    private final Cochlea cochlea;
    private final EarAdjustments adjustments;

    /**
     * @throws IllegalArgumentException if there are changes, and gain control, framing or the numbers of currents look at later sound, or
     *     the ear has no such setting
     */
    public AdjustedHearing(Cochlea cochlea, EarAdjustments adjustments) {
        this.cochlea = cochlea;
        this.adjustments = adjustments;
        adjustments.check(cochlea.parameters());
    }

    /** Turns a clip of any sample rate into spikes; without changes as {@link Cochlea#hear} does. */
    public CochleaOutput hear(AudioClip clip) {
        CochleaOutput plain = cochlea.hear(clip);
        return adjustments.changes().isEmpty() ? plain : adjusted(plain);
    }

    private CochleaOutput adjusted(CochleaOutput plain) {
        AdjustableEar ear = new AdjustableEar(cochlea.parameters(), adjustments.noiseSeed());
        Deque<EarChange> later = new ArrayDeque<>(adjustments.changes().stream()
                .sorted(Comparator.comparingLong(EarChange::tick))
                .toList());
        double[] sound = plain.audio().samples();
        double[] samples = new double[AdjustableEar.samplesPerTick(cochlea.parameters())];
        int framesPerTick = cochlea.parameters().encoder().framesPerTick();
        int ticks = plain.frames() / framesPerTick;
        double[] heard = new double[sound.length];
        double[] drive = plain.drive().values();
        SpikeRaster.Builder spikes = SpikeRaster.builder(plain.spikes().neuronCount());
        for (int tick = 0; tick < ticks; tick++) {
            while (!later.isEmpty() && later.peekFirst().tick() <= tick) {
                EarChange change = later.removeFirst();
                ear.adjust(change.setting(), change.value());
            }
            System.arraycopy(sound, tick * samples.length, samples, 0, samples.length);
            ear.hear(samples);
            System.arraycopy(ear.heard(), 0, heard, tick * samples.length, samples.length);
            System.arraycopy(ear.drives(), 0, drive, tick * ear.drives().length, ear.drives().length);
            for (int i = 0; i < ear.firedCount(); i++) {
                spikes.add(tick, ear.fired()[i]);
            }
        }
        int first = ticks * samples.length;
        System.arraycopy(sound, first, samples, 0, sound.length - first);
        ear.hearEnd(samples, sound.length - first);
        System.arraycopy(ear.heard(), 0, heard, first, sound.length - first);
        int after = ticks * ear.drives().length;
        System.arraycopy(ear.drives(), 0, drive, after, drive.length - after);
        AudioClip audio = new AudioClip(heard, plain.audio().sampleRateHertz());
        return new CochleaOutput(
                audio,
                plain.recordedHertz(),
                cochlea.hear(audio).mel(),
                Spectrogram.of(plain.bands(), drive),
                spikes.build(),
                plain.hopSeconds(),
                plain.bandCentresHertz());
    }
}
