package ganglion.hardware.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.activity.SeveralThreads;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.CostOptions;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.Costing.CostRequest;
import ganglion.hardware.cost.RandomWorkloads;
import ganglion.hardware.cost.WorkedExample;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.sanafe.FittedLoihi;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecostTest {

    private final Workload workload = WorkedExample.of(WorkedExample.MILLISECOND);

    @Test
    void oneWalkGivesTheSameAsManyForEveryProfileThatShips() {
        for (long seed = 0; seed < 10; seed++) {
            Workload random = RandomWorkloads.of(seed);
            List<HardwareProfile> profiles = ProfileLibrary.builtIn();

            List<ChipCost> together = Costing.costAll(
                    random,
                    profiles.stream()
                            .map(profile -> new CostRequest(profile, CostOptions.DEFAULT))
                            .toList());

            for (int i = 0; i < profiles.size(); i++) {
                ChipCost alone = Costing.cost(random, profiles.get(i));
                String name = profiles.get(i).name();
                assertEquals(name, together.get(i).profile().name());
                assertEquals(
                        alone.energy().totalJoules(), together.get(i).energy().totalJoules(), name);
                assertEquals(
                        alone.energy().knownJoules(), together.get(i).energy().knownJoules(), name);
                assertEquals(alone.work().operations(), together.get(i).work().operations(), name);
                assertArrayEquals(
                        alone.timing().tickSeconds(), together.get(i).timing().tickSeconds(), name);
                assertArrayEquals(
                        alone.energy().tickJoules(), together.get(i).energy().tickJoules(), name);
            }
        }
    }

    @Test
    void severalThreadsGiveTheSameAsOne() {
        List<CostRequest> requests = ProfileLibrary.builtIn().stream()
                .map(profile -> new CostRequest(profile, CostOptions.DEFAULT))
                .toList();
        for (long seed = 0; seed < 10; seed++) {
            Workload random = RandomWorkloads.of(seed);
            List<ChipCost> one = Costing.costAll(random, requests);
            List<ChipCost> several = Costing.costWithCores(random, requests, SeveralThreads.RUNNER);

            for (int i = 0; i < requests.size(); i++) {
                String name = requests.get(i).profile().name();
                assertEquals(one.get(i).placement(), several.get(i).placement(), name);
                assertEquals(
                        one.get(i).energy().components(),
                        several.get(i).energy().components(),
                        name);
                assertArrayEquals(
                        one.get(i).timing().tickSeconds(),
                        several.get(i).timing().tickSeconds(),
                        name);
                assertArrayEquals(
                        one.get(i).energy().tickJoules(),
                        several.get(i).energy().tickJoules(),
                        name);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "nobody"})
    void optionsThatNameWhatIsNotThereAreRefused(String population) throws ProfileException {
        HardwareProfile sanafe = FittedLoihi.profile();
        CostOptions options = new CostOptions(
                CostOptions.DEFAULT.placement(),
                CostOptions.DEFAULT.form(),
                Map.of(population, List.of("no-synapse")),
                false);

        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Costing.cost(workload, sanafe, options));

        String expected = population.equals("nobody")
                ? "there is no population named nobody"
                : "there is no unit named no-synapse, expected one of dense-synapse, sparse-synapse";
        assertTrue(refusal.getMessage().startsWith(expected), refusal.getMessage());
    }
}
