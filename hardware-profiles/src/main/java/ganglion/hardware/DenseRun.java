package ganglion.hardware;

import ganglion.hardware.baseline.DenseNetwork;
import ganglion.hardware.energy.EnergyModel;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.profile.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A run of the equivalent dense network: every tick is the same work. */
final class DenseRun {

    private DenseRun() {}

    static TickSeries of(Workload workload, HardwareProfile profile, EnergyModel energies) {
        int ticks = (int) workload.ticks();
        long perTick = DenseNetwork.multiplyAccumulatesPerTick(workload.network());
        double[] joules = new double[ticks];
        Arrays.fill(joules, energies.joules(operation -> operation == Operation.MULTIPLY_ACCUMULATE ? perTick : 0));
        Figure time = profile.time().get(Operation.MULTIPLY_ACCUMULATE);
        double[] seconds = new double[time == null ? 0 : ticks];
        if (time != null) {
            Arrays.fill(seconds, perTick * time.value());
        }
        List<String> unknownTimes =
                time == null ? List.of("time of " + Operation.MULTIPLY_ACCUMULATE.label()) : List.of();
        return new TickSeries(
                Map.of(Operation.MULTIPLY_ACCUMULATE, Math.multiplyExact(perTick, workload.ticks())),
                joules,
                seconds,
                unknownTimes);
    }
}
