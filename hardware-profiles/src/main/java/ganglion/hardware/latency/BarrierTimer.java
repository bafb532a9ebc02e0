package ganglion.hardware.latency;

import ganglion.hardware.activity.ActivityListener;
import ganglion.hardware.activity.CoreLoads;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.placement.Placement;
import ganglion.hardware.profile.Mesh;
import ganglion.hardware.profile.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Time of a barrier-synchronised tick, as an upper estimate without overlap of its phases:
 *
 * <pre>
 *   max over cores (updates and sending)
 * + longest path of a message through the mesh, without contention
 * + max over cores (synaptic operations and receiving)
 * + barrier
 * </pre>
 *
 * Not thread safe: for one walk.
 */
public final class BarrierTimer implements ActivityListener {

    private static final List<Operation> NEEDED =
            List.of(Operation.SYNAPTIC_OPERATION, Operation.NEURON_UPDATE_ACTIVE, Operation.NEURON_UPDATE_IDLE);

    private final Placement placement;
    private final Map<Operation, Figure> times;
    private final double barrierSeconds;
    private final double idleSeconds;
    private double longestPathSeconds;
    private double tickSeconds;

    /**
     * @param times seconds of each operation; none may be {@linkplain #missing missing}
     * @param barrierSeconds time of the barrier at the end of every tick
     */
    public BarrierTimer(Placement placement, Map<Operation, Figure> times, double barrierSeconds) {
        this.placement = placement;
        this.times = times;
        this.barrierSeconds = barrierSeconds;
        int mostNeurons = placement.cores().stream()
                .mapToInt(Placement.CoreLoad::neurons)
                .max()
                .orElse(0);
        this.idleSeconds = mostNeurons * time(Operation.NEURON_UPDATE_IDLE) + barrierSeconds;
    }

    /** Operations whose time is needed and not known, for a mesh of one chip. */
    public static List<Operation> missing(Map<Operation, Figure> times, Mesh mesh) {
        List<Operation> missing = new ArrayList<>(NEEDED);
        if (mesh.widthTiles() > 1) {
            missing.addAll(List.of(Operation.HOP_EAST, Operation.HOP_WEST));
        }
        if (mesh.heightTiles() > 1) {
            missing.addAll(List.of(Operation.HOP_NORTH, Operation.HOP_SOUTH));
        }
        missing.removeAll(times.keySet());
        return missing;
    }

    /** Time of the tick that ended last, in seconds. */
    public double tickSeconds() {
        return tickSeconds;
    }

    @Override
    public void message(int sourceCore, int targetCore, int synapses) {
        int source = sourceCore == Placement.OUTSIDE ? 0 : placement.tile(sourceCore);
        longestPathSeconds = Math.max(longestPathSeconds, pathSeconds(source, placement.tile(targetCore)));
    }

    private double pathSeconds(int source, int target) {
        if (source == target) {
            return time(Operation.MESSAGE_WITHIN_TILE);
        }
        Mesh mesh = placement.mesh();
        int east = mesh.x(target) - mesh.x(source);
        int north = mesh.y(target) - mesh.y(source);
        return Math.abs(east) * time(east > 0 ? Operation.HOP_EAST : Operation.HOP_WEST)
                + Math.abs(north) * time(north > 0 ? Operation.HOP_NORTH : Operation.HOP_SOUTH);
    }

    @Override
    public void tickEnded(long tick, CoreLoads loads) {
        if (loads.idle()) {
            tickSeconds = idleSeconds;
            return;
        }
        double slowestSender = 0;
        double slowestReceiver = 0;
        for (int core = 0; core < loads.cores(); core++) {
            slowestSender = Math.max(slowestSender, sendingSeconds(loads, core));
            slowestReceiver = Math.max(slowestReceiver, receivingSeconds(loads, core));
        }
        tickSeconds = slowestSender + longestPathSeconds + slowestReceiver + barrierSeconds;
        longestPathSeconds = 0;
    }

    private double sendingSeconds(CoreLoads loads, int core) {
        int active = loads.activeNeurons(core);
        return active * time(Operation.NEURON_UPDATE_ACTIVE)
                + (loads.neurons(core) - active) * time(Operation.NEURON_UPDATE_IDLE)
                + loads.spikes(core) * time(Operation.SPIKE)
                + loads.messagesOut(core) * time(Operation.MESSAGE_OUT);
    }

    private double receivingSeconds(CoreLoads loads, int core) {
        return loads.synapticOperations(core) * time(Operation.SYNAPTIC_OPERATION)
                + loads.messagesIn(core) * time(Operation.MESSAGE_IN);
    }

    private double time(Operation operation) {
        Figure figure = times.get(operation);
        return figure == null ? 0 : figure.value();
    }
}
