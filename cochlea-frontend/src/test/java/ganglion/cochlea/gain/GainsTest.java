package ganglion.cochlea.gain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.KeyDocuments;
import ganglion.cochlea.gain.Gains.DecibelDrive;
import ganglion.cochlea.gain.Gains.FixedGain;
import ganglion.documents.InputException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GainsTest {

    static Stream<GainControl> defaults() {
        return Stream.of(
                NormalisedPower.DEFAULT, RunningMaximum.DEFAULT, DecibelDrive.DEFAULT, PerChannelEnergy.DEFAULT);
    }

    static Stream<GainControl> others() {
        return Stream.of(
                new NormalisedPower(0.05),
                new RunningMaximum(0.1, 0),
                new DecibelDrive(60, 2),
                PerChannelEnergy.LIBROSA,
                new PerChannelEnergy(0.5, 0, 0, 1 / 3.0, 1e-3, 7),
                new FixedGain(0));
    }

    @ParameterizedTest
    @MethodSource({"defaults", "others"})
    void readsWhatItWrote(GainControl gain) throws InputException {
        assertEquals(gain, KeyDocuments.throughText(Gains.KEY, gain));
    }

    @ParameterizedTest
    @MethodSource("defaults")
    void leavesDefaultsOut(GainControl gain) {
        assertEquals(0, Gains.KINDS.write(gain).elements().next().size());
    }

    @Test
    void takesTheDefaultOfTheFrontEndIfThereIsNone() throws InputException {
        assertEquals(CochleaParameters.DEFAULT.gain(), Gains.KEY.in(KeyDocuments.root("{}", Gains.KEY)));
    }

    @Test
    void triesEveryKindHere() {
        Set<Class<?>> tried =
                Stream.concat(defaults(), others()).map(Object::getClass).collect(Collectors.toSet());

        assertEquals(
                tried, Gains.KINDS.kinds().stream().map(kind -> kind.type()).collect(Collectors.toSet()));
    }
}
