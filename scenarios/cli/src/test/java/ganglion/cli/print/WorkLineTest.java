package ganglion.cli.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.WorkClock.Work;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.Lif;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkLineTest {

    private static final Map<Work, Double> SILENT = shares(0.25, 0.125, 0.5, 0.125, 0);

    private static Map<Work, Double> shares(double... values) {
        Map<Work, Double> shares = new EnumMap<>(Work.class);
        for (Work work : Work.values()) {
            shares.put(work, values[work.ordinal()]);
        }
        return shares;
    }

    private static Network of(LifParameters parameters, Integration integration) {
        return new Network(List.of(new Population("out", 1, new Lif(parameters, integration))), List.of());
    }

    private static String line(Map<Work, Double> work, Integration integration) {
        return WorkLine.of(work, of(LifParameters.of(0.5, 1), integration));
    }

    @Test
    void silentTicksAreSparedByTheOtherIntegration() {
        assertEquals(
                "time: delivery 25 %, updates 13 %, silence 50 %, drive 13 %, recording 0 %"
                        + " (integration: closed-form takes silent ticks at once)",
                line(SILENT, Integration.PER_TICK));
    }

    @Test
    void nothingIsAdvisedThatIsSoAlreadyOrCannotBe() {
        String shares = "time: delivery 25 %, updates 13 %, silence 50 %, drive 13 %, recording 0 %";
        assertEquals(shares, line(SILENT, Integration.CLOSED_FORM));
        LifParameters delayed = LifParameters.of(0.5, 1).withReset(Reset.TO_VALUE, true);
        assertEquals(shares, WorkLine.of(SILENT, of(delayed, Integration.PER_TICK)));
    }

    @Test
    void recordingIsSparedByFewerPopulations() {
        assertEquals(
                "time: delivery 20 %, updates 20 %, silence 0 %, drive 0 %, recording 60 %"
                        + " (record: membrane with fewer populations takes less)",
                line(shares(0.2, 0.2, 0, 0, 0.6), Integration.PER_TICK));
    }
}
