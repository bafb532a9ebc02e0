package ganglion.scenario.explore.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.library.ProfileLibrary;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.TrialRecord.Origin;
import ganglion.scenario.explore.run.FinalPoints.PointNames;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.trial.Device;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointNamesTest {

    private static final Device LOIHI = device("loihi");
    private static final Device LOIHI_2 = device("loihi-2");

    private static Device device(String name) {
        try {
            return new Device(name, ProfileLibrary.find(name));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static TrialRecord trial(int number, Configuration configuration) {
        return new TrialRecord(number, 1, Origin.RANDOM, configuration, List.of(), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "flute.yaml, flute",
        "../study/Flöte <1>.yaml, Fl-te-1-",
        "a/tone.yaml b/tone.yaml c/Tone.json, tone tone.2 Tone.3",
        "as-it-is.yaml, as-it-is.2",
        "trial-4.yaml, trial-4.2",
        "a/trial.yaml b/trial.yaml, trial trial.2",
        "2-x.yaml x.yaml, 2-x x.2",
    })
    void noTwoNetworksGetTheSameFolder(String files, String names) {
        List<Configuration> others =
                Arrays.stream(files.split(" (?!<)")).map(Configuration::ofOther).toList();
        PointNames points = new PointNames(others, List.of(LOIHI, LOIHI_2));

        List<String> given = others.stream()
                .map(other -> points.of(trial(FrontPoint.NO_TRIAL, other), LOIHI))
                .toList();

        assertEquals(
                Arrays.stream(names.split(" ")).map(name -> "loihi-" + name).toList(), given);
        assertEquals("loihi-as-it-is", points.of(trial(0, Configuration.AS_IT_IS), LOIHI));
        assertEquals("loihi-2-trial-4", points.of(trial(4, new Configuration(Map.of("hidden", "8"))), LOIHI_2));
    }
}
