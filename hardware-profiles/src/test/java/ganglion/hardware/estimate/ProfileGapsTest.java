package ganglion.hardware.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.library.ProfileTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileGapsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aTemplateLacksNothing(ProfileTemplate template) throws Exception {
        assertEquals(List.of(), gapsWithout(template, "nothing"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SPIKING | (?m)^  neuron-update-active: .value: 8 ns.*$ | time of neuron updates, active: no latency
            SPIKING | (?m)^  neuron-update-active: .value: 80 pJ.*$ | energy of neuron updates, active: totals are lower bounds
            SPIKING | (?ms)^  barrier:.*?(?=^#) | time of the barrier of 1 tile: no latency
            SPIKING | (?m)^  resets: .*$ | resets: not known whether the chip takes a network
            SPIKING | (?m)^  sleep: .*$ | sleep power: it idles between decisions
            SPIKING | (?m)^  idle: .*$ | idle power: no energy of a device that is always on
            SPIKING | (?m)^front-end: .*$ | front-end: no energy of a network that hears sound
            PROCESSOR | (?m)^  run: .*$ | run power: no energy of a network
            PROCESSOR | (?ms)^  sleep:.*?(?=^  run) | sleep power: nothing is known between decisions
            PROCESSOR | (?m)^    butterfly: .*$ | time of signal processing (butterfly): no time of a front end that needs it
            PROCESSOR | (?ms)^    convolution:.*?(?=^  output) | time of a multiply-accumulate in a convolution layer: neither time nor energy of a network that has one
            """)
    void tellWhatIsMissing(ProfileTemplate template, String part, String expected) throws Exception {
        List<String> gaps = gapsWithout(template, part);

        assertTrue(gaps.contains(expected), gaps::toString);
    }

    @Test
    void aProcessorThatIsPricedOnlyHasNoLatency() throws Exception {
        List<String> gaps = ProfileGaps.of(ProfileLibrary.find("ideal-45nm"));

        assertEquals("processor: no latency, and no energy from its power", gaps.get(0));
        assertTrue(gaps.stream().noneMatch(gap -> gap.contains("power:")), gaps::toString);
    }

    @Test
    void everyShippedProfileCanBeLookedAt() {
        for (HardwareProfile profile : ProfileLibrary.builtIn()) {
            ProfileGaps.of(profile).forEach(gap -> assertTrue(gap.contains(": "), profile.name() + " lacks " + gap));
        }
    }

    private List<String> gapsWithout(ProfileTemplate template, String part) throws Exception {
        String text = template.text("mine").replaceAll(part, "");
        return ProfileGaps.of(ProfileLibrary.read(Files.writeString(folder.resolve("mine.yaml"), text)));
    }
}
