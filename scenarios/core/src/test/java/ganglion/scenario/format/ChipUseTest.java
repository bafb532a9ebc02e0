package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.hardware.cost.CostOptions;
import ganglion.hardware.placement.PlacementStrategy;
import ganglion.hardware.placement.PlacementStrategy.Assignment;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChipUseTest {

    private static final String CHIPS = "hardware: [loihi]";

    @TempDir
    private Path folder;

    private ScenarioFolderFixture scenarios;

    @BeforeEach
    void prepare() {
        scenarios = new ScenarioFolderFixture(folder);
    }

    private List<HardwareSpec> read(String hardware) throws InputException {
        return scenarios
                .read(ScenarioFolderFixture.edited(CHIPS, "hardware: " + hardware))
                .hardware();
    }

    private Scenario read(String hardware, List<String> profiles) throws InputException {
        ScenarioOverrides overrides = new ScenarioOverrides(Map.of(), ScenarioOverrides.NONE.seed(), profiles, false);
        return scenarios.read(ScenarioFolderFixture.edited(CHIPS, "hardware: " + hardware), overrides);
    }

    @Test
    void nameAloneAsksForNothingElse() throws Exception {
        HardwareSpec spec = read("[loihi]").get(0);

        assertEquals("loihi", spec.profile().name());
        assertEquals("/hardware/0", spec.pointer());
        assertEquals(CostOptions.DEFAULT, spec.options());
        assertFalse(spec.appliesPrecision());
    }

    @Test
    void oneProfileMayRunAtSeveralPoints() throws Exception {
        List<HardwareSpec> specs =
                read("[odin, {profile: odin, clock: 1.3 MHz}, {profile: odin@10MHz, placement: spread}, odin@20 MHz]");

        assertEquals(
                List.of("odin", "odin@1.3MHz", "odin@10MHz", "odin@20MHz"),
                specs.stream().map(spec -> spec.profile().name()).toList());
        assertEquals(
                1.3e6,
                specs.get(1).profile().figures().operatingPoint().clockHertz().orElseThrow());
        assertEquals("Spread[]", specs.get(2).options().placement().toString());
    }

    @Test
    void aProcessorMayComputeSeveralInputsAtOnce() throws Exception {
        List<HardwareSpec> specs =
                read("[rtx-3090, rtx-3090@batch64, {profile: rtx-3090, batch: 4}, stm32u575@60MHz-batch2]");

        assertEquals(
                List.of("rtx-3090", "rtx-3090@batch64", "rtx-3090@batch4", "stm32u575@60MHz-batch2"),
                specs.stream().map(spec -> spec.profile().name()).toList());
        assertEquals(64, specs.get(1).profile().figures().operatingPoint().batch());
        assertTrue(specs.get(1).profile().about().title().endsWith(", at batches of 64"));
    }

    @Test
    void aKeyStandsBeforeThePointOfTheName() throws Exception {
        assertEquals(
                "odin@2MHz",
                read("[{profile: odin@10MHz, clock: 2 MHz}]").get(0).profile().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{profile: odin, clock: 80 MHz}] | /hardware/0/clock: found the clock 80 MHz, expected one from 1.3 MHz to 75 MHz, where its figures are known to hold
            [{profile: odin, voltage: 0.8 V}] | /hardware/0/voltage: found the voltage 800 mV, expected
            [{profile: loihi, clock: 80 MHz}] | /hardware/0/clock: found the clock 80 MHz, expected none: the profile gives its figures for no clock
            [odin@80MHz] | /hardware/0: found the clock 80 MHz, expected one from 1.3 MHz
            [{profile: odin@80MHz}] | /hardware/0/profile: found the clock 80 MHz, expected one from 1.3 MHz
            [odin, {profile: odin, clock: 75 MHz}] | /hardware/1/profile: found the chip "odin" twice, expected each once
            [odin@1.3MHz, {profile: odin, clock: 1300 kHz}] | found the chip "odin@1.3MHz" twice, expected each once
            [{profile: odin, batch: 4}] | /hardware/0/batch: found batches of 4, expected 1: odin is no processor with times of dense layers
            [ideal-45nm@batch2] | /hardware/0: found batches of 2, expected 1
            [odin@fast] | /hardware/0: found "odin@fast", expected a name of
            """)
    void aPointThatAProfileDoesNotHaveIsRefused(String hardware, String expected) {
        InputException refusal = assertThrows(InputException.class, () -> read(hardware));

        assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    }

    @Test
    void whatAScenarioSaysOfAProfileHoldsForItAtOtherPoints() throws Exception {
        HardwareSpec spec = read("[{profile: odin, active: state, apply: precision}]", List.of("odin@2MHz"))
                .hardware()
                .get(0);

        assertEquals("odin@2MHz", spec.profile().name());
        assertTrue(spec.options().activeByState());
        assertFalse(spec.appliesPrecision());
    }

    @Test
    void theCommandLineIsToldThatAPointIsOutOfRange() {
        InputException refusal = assertThrows(InputException.class, () -> read("[odin]", List.of("odin@80MHz")));

        assertTrue(
                refusal.getMessage().startsWith("--profile: found the clock 80 MHz, expected one from"),
                refusal.getMessage());
    }

    @Test
    void placementByHandNamesNeuronsAndCores() throws Exception {
        HardwareSpec spec = read("[{profile: loihi, placement: ["
                        + "{population: out, count: 1, core: 5}, {population: out, first: 1, core: 6}]}]")
                .get(0);

        assertEquals(
                new PlacementStrategy.ByHand(List.of(new Assignment("out", 0, 1, 5), new Assignment("out", 1, 1, 6))),
                spec.options().placement());
    }

    @Test
    void commandLineKeepsWhatTheScenarioSaysOfAChipOfThatName() throws Exception {
        String own = "[{profile: loihi, placement: spread}, truenorth]";

        Scenario scenario = read(own, List.of("odin", "loihi"));

        assertEquals(List.of("odin", "loihi"), names(scenario));
        assertEquals(
                new PlacementStrategy.Spread(),
                scenario.hardware().get(1).options().placement());
    }

    @Test
    void chipWhosePrecisionTheRunHasStaysWhateverTheCommandLineAsksFor() throws Exception {
        Scenario scenario = read("[{profile: odin, apply: precision}, truenorth]", List.of("loihi"));

        assertEquals(List.of("loihi", "odin"), names(scenario));
        assertEquals("odin", scenario.precision().orElseThrow().profile().name());
    }

    private static List<String> names(Scenario scenario) {
        return scenario.hardware().stream().map(spec -> spec.profile().name()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{profile: lohi}] | /hardware/0/profile: found \"lohi\", expected a name of",
                "[{profile: loihi}, loihi] | /hardware/1: found the chip \"loihi\" twice, expected each once",
                "[{profile: truenorth, timing: detailed}] | /hardware/0/timing: found a form of timing for truenorth",
                "[{profile: stm32u575, placement: spread}] | /hardware/0/placement: found placement for stm32u575",
                "[{profile: stm32u575, baseline: {passes: 1}}] | /hardware/0/baseline: found the unknown key \"baseline\", expected",
                "[{profile: loihi, units: {out: [dense]}}] | /hardware/0/units/out/0: found \"dense\", expected a unit of loihi",
                "[{profile: loihi, placement: [{population: outt, core: 0}]}] | /hardware/0/placement/0/population: found \"outt\"",
                "[{profile: loihi, placement: [{population: out, first: 1, count: 2, core: 0}]}] | /hardware/0/placement/0: found "
                        + "neurons 1 to 2 of out, expected some of 0 to 1",
                "[{profile: loihi, placement: middle}] | /hardware/0/placement: found \"middle\"",
                "[{profile: loihi, apply: speed}] | /hardware/0/apply: found \"speed\", expected",
                "[{profile: loihi, apply: precision}, {profile: odin, apply: precision}] | /hardware/1/apply: found the precision "
                        + "of a second chip, expected that of loihi only",
                "[{placement: spread}] | /hardware/0: found no \"profile\"",
                "[3] | /hardware/0: found 3, expected",
            })
    void sayingWhatCannotBeIsAProblemAtItsPlace(String hardware, String expected) {
        List<String> problems = scenarios.problems(ScenarioFolderFixture.edited(CHIPS, "hardware: " + hardware));

        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).startsWith("s.yaml:21: " + expected), problems::toString);
    }

    @Test
    void weightsThatChangeCannotBeRounded() {
        String plastic = ScenarioFolderFixture.edited(CHIPS, "hardware: [{profile: loihi, apply: precision}]")
                .replace(
                        "weights: 0.5\n",
                        "weights: 0.5\n      plasticity: {stdp: {largest-weight: 1, learning-rate: 0.1}}\n");

        List<String> problems = scenarios.problems(plastic);

        assertTrue(
                problems.stream()
                        .anyMatch(problem -> problem.contains("found weights that change beside the precision")),
                problems::toString);
    }
}
