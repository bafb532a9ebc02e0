package ganglion.cochlea.adjust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.encode.CurrentInjection;
import ganglion.cochlea.gain.RunningMaximum;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a clip is heard as by an ear that is adjusted meanwhile. */
class AdjustedHearingTest {

    private static final CochleaParameters EAR = CochleaParameters.DEFAULT.withGain(RunningMaximum.DEFAULT);

    private static AudioClip clip() {
        double[] samples = new double[(int) EAR.sampleRateHertz()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = 0.5 * Math.sin(0.2 * i) * Math.sin(0.0005 * i);
        }
        return new AudioClip(samples, EAR.sampleRateHertz());
    }

    private static CochleaOutput hear(EarChange... changes) {
        return new AdjustedHearing(new Cochlea(EAR), new EarAdjustments(List.of(changes), 7)).hear(clip());
    }

    @Test
    void aNeutralChangeLeavesEveryBit() {
        CochleaOutput plain = new Cochlea(EAR).hear(clip());
        CochleaOutput changed = hear(new EarChange(5, EarSetting.GAIN, 0), new EarChange(0, EarSetting.THRESHOLD, 1));

        assertEquals(plain.spikes(), changed.spikes());
        assertArrayEquals(plain.drive().values(), changed.drive().values());
        assertArrayEquals(plain.mel().values(), changed.mel().values());
    }

    @Test
    void aChangeHoldsFromItsTickOn() {
        CochleaOutput plain = hear();
        int middle = plain.frames() / 2;
        CochleaOutput deaf = hear(new EarChange(middle, EarSetting.THRESHOLD, 10));

        assertEquals(plain.spikes().firstIndexAt(middle), deaf.spikes().firstIndexAt(middle));
        assertTrue(
                deaf.spikes().size() - deaf.spikes().firstIndexAt(middle)
                        < (plain.spikes().size() - plain.spikes().firstIndexAt(middle)) / 2,
                deaf.spikes().size() + " of " + plain.spikes().size());
    }

    @Test
    void theSoundIsAsTheEarHeardIt() {
        CochleaOutput louder = hear(new EarChange(0, EarSetting.GAIN, 20));

        assertEquals(10 * clip().samples()[100], louder.audio().samples()[100], 1e-12);
        assertArrayEquals(
                new Cochlea(EAR).hear(louder.audio()).drive().values(),
                louder.drive().values());
    }

    @Test
    void refusesAnEarThatCannotBeAdjusted() {
        EarAdjustments change = new EarAdjustments(List.of(new EarChange(0, EarSetting.GAIN, 1)), 0);
        assertThrows(
                IllegalArgumentException.class,
                () -> new AdjustedHearing(new Cochlea(CochleaParameters.DEFAULT), change));
    }

    /** Five frames a tick, and an end that is neither a whole tick nor a whole frame. */
    @Test
    void allFramesOfATickAndTheEndOfTheSoundAreHeard() {
        CochleaParameters several = EAR.withEncoder(new CurrentInjection(false, Optional.empty(), 0, true, false, 5));
        double[] samples = new double[AdjustableEar.samplesPerTick(several) * 7 + several.hopSamples() * 3 + 11];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = 0.4 * Math.sin(0.1 * i) + 0.1;
        }
        AudioClip clip = new AudioClip(samples, several.sampleRateHertz());
        EarAdjustments neutral = new EarAdjustments(List.of(new EarChange(2, EarSetting.GAIN, 0)), 7);
        EarAdjustments louder = new EarAdjustments(List.of(new EarChange(2, EarSetting.GAIN, 20)), 7);

        CochleaOutput plain = new Cochlea(several).hear(clip);
        CochleaOutput same = new AdjustedHearing(new Cochlea(several), neutral).hear(clip);
        CochleaOutput changed = new AdjustedHearing(new Cochlea(several), louder).hear(clip);

        assertArrayEquals(plain.drive().values(), same.drive().values());
        assertArrayEquals(plain.audio().samples(), same.audio().samples());
        assertArrayEquals(plain.mel().values(), same.mel().values());
        assertEquals(10 * samples[samples.length - 1], changed.audio().samples()[samples.length - 1], 1e-12);
        assertArrayEquals(
                new Cochlea(several).hear(changed.audio()).drive().values(),
                changed.drive().values());
    }
}
