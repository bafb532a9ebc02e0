package ganglion.hardware.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.hardware.library.OperatingPointRequest;
import ganglion.hardware.validation.ValidationCase.Evidence;
import ganglion.hardware.validation.ValidationCases.PublishedCase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationCasesTest {

    private static final String CASE = """
            studies:
              paper: {laboratory: us}
            cases:
              - case: a chip
                profile: loihi
                boundary: always-on
                workload: {type: power}
                measured: 104 mW
                mark: derived
                study: paper
                source: us
                role: held-out
                remark: none
            """;

    private static ValidationCases read(String text) throws InputException {
        return ValidationCases.read(new DocumentReader().read("cases.yaml", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keepsWhatTheDocumentSays() throws Exception {
        PublishedCase found = read(CASE.replace("loihi", "odin")
                        + "    outside: no reason\n    clock: 3 MHz\n    voltage: 550 mV\n")
                .published()
                .get(0);

        assertEquals("a chip", found.name());
        assertEquals("odin", found.device().profile());
        assertEquals(Optional.of(Boundary.ALWAYS_ON), found.value().boundary());
        assertEquals(0.104, found.value().quantity().value(), 1e-15);
        assertFalse(found.value().timeGiven());
        assertEquals(
                new Evidence(
                        new Study("paper", "us"),
                        FigureKind.DERIVED,
                        "us",
                        ValidationCase.Role.HELD_OUT,
                        "none",
                        Optional.of("no reason")),
                found.evidence());
        assertEquals(
                new OperatingPointRequest(OptionalDouble.of(3e6), OptionalDouble.of(0.55), 1),
                found.device().point());
        assertEquals(List.of(), read(CASE).omitted());
    }

    @Test
    void setsTheEstimateBesideTheMeasurement() throws Exception {
        ValidationCase found = read(CASE).estimated().get(0);

        assertEquals("loihi", found.profile().name());
        assertEquals(found.estimate() / 0.104, found.ratio(), 1e-12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            type: power | type: guess | /cases/0/workload/type: found "guess", expected one of power, energy-per-event, energy-over-time, steps, energy-of-operations, simulation, inference
            type: power | type: power, rates: {synaptic: 3 Hz} | /cases/0/workload/rates/synaptic: found the unknown key "synaptic", expected one of synaptic-operation, crossbar-operation
            type: power | type: power, chips: 0 | /cases/0/workload/chips: found 0, expected at least 1
            104 mW | 104 mV | cases.yaml:8: /cases/0/measured: found "104 mV", expected an energy, a power or a time such as 477 uW
            104 mW | 0 mW | cases.yaml:8: /cases/0/measured: found 0 W, expected more than 0
            derived | assumed | /cases/0/mark: found "assumed", expected one of published, quoted, derived
            boundary: always-on | clock: 3 MHz | /cases/0/measured: found no "boundary" of an energy or power, expected one
            study: paper | clock: 3 MHz | /cases/0: found no "study", which is required
            study: paper | study: book | /cases/0/study: found "book", expected a key of /studies: paper
            us} | ""} | /studies/paper/laboratory: found "", expected at least 1 characters
            source: us | clock: 3 MHz | /cases/0: found no "source", which is required
            profile: loihi | profile: loihy | cases.yaml:5: /cases/0/profile: found no profile of that name, expected a name of
            type: power | type: power, rates: {crossbar-operation: 3 Hz} | /cases/0/profile: loihi has no energy of crossbar operations
            role: held-out | role: calibrates, outside: far | /cases/0/outside: found a calibrating case, expected "outside" for held-out cases only
            """)
    void refusesAWrongCaseWithItsPlace(String right, String wrong, String expected) {
        String lines = wrong.replace(", outside", "\n    outside");

        InputException refusal = assertThrows(InputException.class, () -> read(CASE.replace(right, lines)));

        assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    }

    /** Rows of a sister chip stand apart and have no grade A, whatever they say. */
    @Test
    void aSisterChipIsToldAsOne() throws Exception {
        String cases = CASE + "    chip: Loihi B\n";
        ValidationCase found = read(cases).estimated().get(0);
        ValidationResult shipped = ValidationResult.shipped();

        assertEquals("loihi for Loihi B", found.profile().name());
        assertEquals(0.104, found.estimate(), 1e-3);
        ValidationResult.DeviceValidation sister = shipped.devices().stream()
                .filter(device -> device.profile().name().equals("stm32u575 for STM32U385"))
                .findFirst()
                .orElseThrow();
        assertEquals(8, sister.heldOut().size());
        assertTrue(sister.reliability().values().stream().allMatch(each -> each.grade() != Grade.A));
        assertTrue(sister.isBy("stm32u575"));
        assertFalse(ReliabilityTable.of(shipped).contains("STM32U385"));
        long conventional = shipped.devices().stream()
                .filter(device -> device.profile().cores().execution() == Execution.DENSE)
                .mapToLong(device -> device.heldOut().size())
                .sum();
        assertEquals(
                String.valueOf(conventional - 8),
                Accuracy.byDistance(shipped).rows().stream()
                        .filter(row -> row.get(0).text().equals("conventional")
                                && row.get(1).text().equals("all"))
                        .findFirst()
                        .orElseThrow()
                        .get(2)
                        .text());
    }

    @Test
    void aMeasurementThatShipsIsNotThatOfAnotherStudy() throws Exception {
        PublishedCase shipped = ValidationCases.shipped().published().stream()
                .filter(each -> each.name().equals("ODIN, 1.3 MHz, 650 thousand operations a second"))
                .findFirst()
                .orElseThrow();
        String copy = CASE.replace("loihi", "odin")
                .replace("{type: power}", "" + shipped.written())
                .replace("104 mW", shipped.value().quantity().toString())
                .replace("always-on\n", "always-on\n    clock: 1.3 MHz\n");

        InputException refusal = assertThrows(InputException.class, () -> read(copy));

        assertTrue(
                refusal.getMessage()
                        .contains("/cases/0/study: found a measurement that ships as \"" + shipped.name()
                                + "\" of the study "
                                + shipped.evidence().study().key() + ", expected each once"),
                refusal.getMessage());
        String same = copy.replace("paper", shipped.evidence().study().key());
        assertEquals(1, read(same).published().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a chip | /cases/1/case: found the name "a chip" twice, expected another
            the chip again | /cases/1: found the same measurement twice, first as "a chip", expected each study or source
            """)
    void refusesARepetition(String name, String expected) {
        String second = CASE.substring(CASE.indexOf("  - case")).replace("a chip", name);

        InputException refusal = assertThrows(InputException.class, () -> read(CASE + second));

        assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    }
}
