package ganglion.hardware.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.validation.ValidationCases.PublishedCase;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadTest {

    private static final HardwareProfile CHIP = SimpleDevices.chip(FigureKind.PUBLISHED);
    private static final HardwareProfile PROCESSOR = SimpleDevices.processor();

    private static double estimate(HardwareProfile profile, String workload, String boundary, String measured)
            throws InputException {
        String text = """
                networks:
                  twins: {source: us, layers: [{kind: dense, multiply-accumulates: 30, outputs: 4, weights: 30, count: 2}]}
                  filters: {source: us, layers: [{kind: convolution, multiply-accumulates: 30, outputs: 4, weights: 3}]}
                studies: {paper: {laboratory: us}}
                cases:
                  - case: one
                    profile: loihi
                    boundary: %s
                    workload: %s
                    measured: 1 %s
                    mark: quoted
                    study: paper
                    source: us
                    role: held-out
                    remark: none
                """.formatted(boundary, workload, measured);
        if (boundary.isEmpty()) {
            text = text.replace("    boundary: \n", "");
        }
        Place root = Documents.root(
                new DocumentReader().read("cases.yaml", text.getBytes(StandardCharsets.UTF_8)), CaseKeys.schema());
        ValidationCases cases = CaseKeys.read(root);
        root.reading().throwIfProblems();
        PublishedCase found = cases.published().get(0);
        Dimension dimension = found.value().quantity().dimension();
        return found.workload().estimate(profile, dimension, found.value().boundary());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: power, chips: 2, rates: {synaptic-operation: 10 Hz}} | always-on | W | 26
            {type: power, chips: 2, rates: {synaptic-operation: 10 Hz}} | active | W | 26
            {type: power, chips: 2, rates: {synaptic-operation: 10 Hz}} | marginal | W | 20
            {type: energy-per-event, rates: {synaptic-operation: 10 Hz}, events: 2 Hz} | active | J | 11.5
            {type: energy-over-time, rates: {synaptic-operation: 10 Hz}, duration: 2 s} | active | J | 46
            {type: energy-over-time, rates: {synaptic-operation: 10 Hz}, duration: 2 s} | marginal | J | 40
            {type: energy-over-time, rates: {synaptic-operation: 10 Hz}, duration: 2 s} | active | W | 23
            {type: energy-of-operations, counts: {synaptic-operation: 4}} | marginal | J | 8
            {type: steps, ticks: 5, tick: 2 s, counts: {synaptic-operation: 4}} | active | J | 38
            {type: steps, ticks: 5, tick: 2 s, counts: {synaptic-operation: 4}} | marginal | J | 8
            {type: steps, ticks: 5, tick: 2 s} | | s | 10
            {type: steps, ticks: 5, tick: 2 s, decisions: 2, input-output: true} | | s | 35
            {type: steps, ticks: 5, decisions: 2, input-output: true} | marginal | J | 114
            {type: steps, ticks: 5, decisions: 2, input-output: true} | active | J | 189
            {type: steps, ticks: 5, decisions: 2, input-output: true} | active | W | 7.56
            """)
    void aChipDrawsItsIdlePowerAndAnEnergyForEachOperation(
            String workload, String boundary, String unit, double expected) throws Exception {
        assertEquals(expected, estimate(CHIP, workload, boundary == null ? "" : boundary, unit), 1e-12);
    }

    /** One layer: 2 s, 30 products 3 s, 4 outputs 2 s. Two of them and the call: 15 s. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: inference, network: twins, format: int8} | | s | 15
            {type: inference, network: twins, format: int8, passes: 3} | | s | 45
            {type: inference, network: twins, format: int8, batch: 10} | | s | 10.5
            {type: inference, network: twins, format: int8, signal: {butterfly: 4}, passes: 2} | | s | 31
            {type: inference, network: twins, format: int8} | active | J | 75
            {type: inference, network: twins, format: int8} | marginal | J | 45
            {type: inference, network: twins, format: int8} | active | W | 5
            {type: inference, network: twins, format: int8, period: 20 s} | active | J | 80
            {type: inference, network: twins, format: int8, period: 20 s} | always-on | J | 85
            {type: inference, network: twins, format: int8, period: 20 s} | marginal | J | 45
            {type: inference, network: twins, format: int8, period: 20 s} | always-on | W | 4.25
            {type: power} | active | W | 5
            {type: power, state: sleep} | active | W | 1
            {type: energy-over-time, duration: 2 s, chips: 3} | marginal | J | 18
            {type: energy-over-time, duration: 2 s, state: idle} | always-on | J | 4
            """)
    void aProcessorDrawsThePowerOfItsStateForTheTimeOfItsCalls(
            String workload, String boundary, String unit, double expected) throws Exception {
        assertEquals(expected, estimate(PROCESSOR, workload, boundary == null ? "" : boundary, unit), 1e-12);
    }

    /** 1000 barriers of 139.7 us and a million operations of 1.421 ns, at 216.2 W, 84 W of them idle. */
    @ParameterizedTest
    @CsvSource({", s, 0.141121", "active, J, 30.5103602", "marginal, J, 18.6561962"})
    void aMachineSimulatesTicksOneAfterAnother(String boundary, String unit, double expected) throws Exception {
        String workload = "{type: simulation, ticks: 1000, counts: {synaptic-operation: 1000000}}";

        assertEquals(
                expected,
                estimate(ProfileLibrary.find("tesla-k40c"), workload, boundary == null ? "" : boundary, unit),
                1e-9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: power, rates: {synaptic-operation: 10 Hz}} | active | W | processor has no energy of synaptic operations
            {type: power, state: off} | active | W | processor has no power in the state off
            {type: steps, ticks: 1, input-output: true} | active | J | processor has no figures of input and output
            {type: inference, network: twins, format: float32} | active | J | processor has no time of a multiply-accumulate in a dense layer, float32
            {type: inference, network: twins, format: int8, signal: {division: 1}} | active | J | processor has no time of a division of the front end on processor
            {type: simulation, ticks: 5, counts: {synaptic-operation: 4}} | active | J | processor has no time of synaptic operations
            {type: inference, network: filters, format: int8} | active | J | processor has no time of a multiply-accumulate in a convolution layer, int8
            """)
    void aMissingFigureIsNamed(String workload, String boundary, String unit, String expected) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> estimate(PROCESSOR, workload, boundary, unit));

        assertEquals(expected, refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: inference, network: twin, format: int8} | active | J | /cases/0/workload/network: found "twin", expected a name in /networks: twins, filters, did you mean "twins"?
            {type: inference, network: twins, format: int8} | always-on | J | /cases/0/boundary: found always-on, which the workload does not give
            {type: energy-of-operations, counts: {synaptic-operation: 4}} | active | J | /cases/0/boundary: found active, which the workload does not give
            {type: power} | | W | /cases/0/measured: found no "boundary" of an energy or power, expected one
            {type: steps, ticks: 5, tick: 2 s} | active | s | /cases/0/boundary: found a boundary of a time, expected none
            {type: power} | active | s | /cases/0/measured: found a time, expected a power as of the workload
            {type: energy-per-event, events: 2 Hz} | active | W | /cases/0/measured: found a power, expected an energy as of the workload
            """)
    void aContradictionIsRefusedAtItsPlace(String workload, String boundary, String unit, String expected) {
        InputException refusal = assertThrows(
                InputException.class, () -> estimate(CHIP, workload, boundary == null ? "" : boundary, unit));

        assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    }
}
