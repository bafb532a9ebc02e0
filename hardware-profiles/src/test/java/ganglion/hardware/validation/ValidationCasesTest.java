package ganglion.hardware.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import ganglion.hardware.library.ProfileException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationCasesTest {

    private static ValidationCases read(String workload, String measured, String profile) throws InputException {
        String text = """
                cases:
                  - case: a chip
                    profile: %s
                    boundary: the whole chip
                    workload: %s
                    measured: %s
                    source: us
                    role: held-out
                    remark: none
                """.formatted(profile, workload, measured);
        return ValidationCases.read(new DocumentReader().read("cases.yaml", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ValidationCase estimate(String workload, String measured) throws Exception {
        return read(workload, measured, "loihi").estimated().get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: power} | 104 mW | 0.104
            {type: power, chips: 2, rates: {synaptic-operation: 1 GHz}} | 104 mW | 0.2316
            {type: energy-per-event, rates: {synaptic-operation: 1 GHz}, events: 1 kHz} | 104 uJ | 127.6e-6
            {type: energy-over-time, rates: {synaptic-operation: 1 GHz}, duration: 2 s} | 104 mJ | 0.2552
            {type: energy-of-operations, operation: hop-east, count: 4} | 12 pJ | 12e-12
            """)
    void estimatesAWorkloadOfEachKind(String workload, String measured, double expected) throws Exception {
        ValidationCase found = estimate(workload, measured);

        assertEquals(expected, found.estimate(), 1e-12 * expected);
        assertEquals(found.estimate() / found.measured(), found.ratio());
    }

    @Test
    void carriesTheIntervalsOfFiguresThroughAllKinds() throws Exception {
        ValidationCase power = estimate("{type: power, rates: {synaptic-operation: 1 GHz}}", "1 W");
        assertEquals(0.104 + 35.5e-3, power.interval().orElseThrow().high(), 1e-15);
        ValidationCase event =
                estimate("{type: energy-per-event, rates: {synaptic-operation: 1 GHz}, events: 1 kHz}", "1 J");
        assertEquals((0.104 + 35.5e-3) / 1000, event.interval().orElseThrow().high(), 1e-15);
        ValidationCase operations =
                estimate("{type: energy-of-operations, operation: synaptic-operation, count: 10}", "1 J");
        assertEquals(355e-12, operations.interval().orElseThrow().high(), 1e-21);
        assertTrue(estimate("{type: power}", "1 W").interval().isEmpty());
    }

    @Test
    void keepsWhatTheDocumentSays() throws Exception {
        PublishedCase found =
                read("{type: power}", "104 mW", "loihi").published().get(0);

        assertEquals("a chip", found.name());
        assertEquals("the whole chip", found.boundary());
        assertEquals("us", found.source());
        assertEquals("none", found.remark());
        assertEquals(ValidationCase.Role.HELD_OUT, found.role());
        assertEquals(List.of(), read("{type: power}", "1 W", "loihi").omitted());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: power} | 3 J | cases.yaml:6: /cases/0/measured: found an energy, expected a power as of the workload
            {type: energy-over-time, duration: 1 s} | 3 W | /cases/0/measured: found a power, expected an energy as of the workload
            {type: guess} | 3 J | /cases/0/workload/type: found "guess", expected one of power, energy-per-event, energy-over-time, energy-of-operations
            {type: power, rates: {synaptic: 3 Hz}} | 3 W | /cases/0/workload/rates/synaptic: found the unknown key "synaptic", expected one of synaptic-operation, crossbar-operation
            {type: power, chips: 0} | 3 W | /cases/0/workload/chips: found 0, expected at least 1
            {type: energy-over-time} | 3 J | found no "duration", which is required
            """)
    void refusesAWrongCaseWithItsPlace(String workload, String measured, String expected) {
        InputException refusal = assertThrows(InputException.class, () -> read(workload, measured, "loihi"));

        assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    }

    @Test
    void refusesAnUnknownProfileAndAMissingFigure() throws Exception {
        ValidationCases unknown = read("{type: power}", "1 W", "loihy");
        assertThrows(ProfileException.class, unknown::estimated);

        ValidationCases missing =
                read("{type: energy-of-operations, operation: crossbar-operation, count: 1}", "1 J", "loihi");
        assertThrows(IllegalArgumentException.class, missing::estimated);
    }

    @Test
    void everyShippedCaseStatesItsBoundary() {
        ValidationCases shipped = ValidationCases.shipped();

        assertEquals(10, shipped.published().size());
        assertEquals(10, shipped.omitted().size());
        shipped.published().forEach(each -> assertTrue(each.boundary().length() > 5, each.name()));
    }
}
