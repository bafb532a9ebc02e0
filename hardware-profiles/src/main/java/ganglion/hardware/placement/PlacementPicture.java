package ganglion.hardware.placement;

import ganglion.hardware.chip.Mesh;
import ganglion.hardware.placement.CoreTraffic.Flow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A placement for drawing: the cores with their position, neurons and messages, and the messages that each
 * link between neighbouring tiles carried in the run.
 *
 * @param mesh the mesh of one chip
 * @param chips chips in use
 * @param cores the cores in use, by number
 * @param flows messages from core to core in the whole run
 * @param links messages over each link in the whole run, those between chips left out
 */
public record PlacementPicture(Mesh mesh, int chips, List<DrawnCore> cores, List<Flow> flows, List<DrawnLink> links) {

    /**
     * One core.
     *
     * @param core number through all chips
     * @param chip its chip
     * @param x column of its tile
     * @param y row of its tile, counted from the south
     * @param slot place among the cores of its tile
     * @param populations its neurons by population
     * @param synapses synapses into it
     * @param messagesSent messages that it sent in the run, to itself included
     * @param messagesReceived messages that it received in the run, inputs included
     */
    public record DrawnCore(
            int core,
            int chip,
            int x,
            int y,
            int slot,
            List<Slice> populations,
            long synapses,
            long messagesSent,
            long messagesReceived) {}

    /**
     * Neurons of one population on one core.
     *
     * @param name of the population
     * @param neurons how many
     */
    public record Slice(String name, int neurons) {}

    /**
     * One direction between two neighbouring tiles.
     *
     * @param chip the chip
     * @param fromX column of the tile that messages come from
     * @param fromY row of that tile
     * @param toX column of the tile that they go to
     * @param toY row of that tile
     * @param messages how many in the run
     */
    public record DrawnLink(int chip, int fromX, int fromY, int toX, int toY, long messages) {}

    /** Takes copies of the lists. */
    public PlacementPicture {
        cores = List.copyOf(cores);
        flows = List.copyOf(flows);
        links = List.copyOf(links);
    }

    /** A picture of a placement, from the spikes of each neuron by network-wide number. */
    public static PlacementPicture of(PlacedNetwork placed, double[] spikesByNeuron) {
        Placement placement = placed.placement();
        CoreTraffic traffic = CoreTraffic.of(placed, spikesByNeuron);
        return new PlacementPicture(
                placement.mesh(),
                placement.chips(),
                cores(placed, traffic),
                traffic.flows(),
                links(placement, traffic));
    }

    private static List<DrawnCore> cores(PlacedNetwork placed, CoreTraffic traffic) {
        Placement placement = placed.placement();
        int count = placement.cores().size();
        long[] sent = new long[count];
        long[] received = new long[count];
        for (Flow flow : traffic.flows()) {
            received[flow.target()] += (long) flow.messages();
            if (flow.source() != Placement.OUTSIDE) {
                sent[flow.source()] += (long) flow.messages();
            }
        }
        List<List<Slice>> slices = slices(placed, count);
        List<DrawnCore> cores = new ArrayList<>();
        for (int core = 0; core < count; core++) {
            int tile = placement.tile(core);
            cores.add(new DrawnCore(
                    core,
                    placement.chip(core),
                    placement.mesh().x(tile),
                    placement.mesh().y(tile),
                    core % placement.mesh().coresPerTile(),
                    slices.get(core),
                    placement.cores().get(core).synapses(),
                    sent[core],
                    received[core]));
        }
        cores.removeIf(core -> core.populations().isEmpty());
        return cores;
    }

    private static List<List<Slice>> slices(PlacedNetwork placed, int cores) {
        List<List<Slice>> slices = new ArrayList<>();
        for (int core = 0; core < cores; core++) {
            slices.add(new ArrayList<>());
        }
        Cells cells = placed.cells();
        for (int cell = 0; cell < cells.count(); cell++) {
            String name =
                    placed.network().populations().get(cells.population(cell)).name();
            slices.get(cells.core(cell)).add(new Slice(name, cells.neurons(cell)));
        }
        return slices;
    }

    private static List<DrawnLink> links(Placement placement, CoreTraffic traffic) {
        Map<List<Integer>, Long> messages = new TreeMap<>((a, b) -> Arrays.compare(
                a.stream().mapToInt(i -> i).toArray(),
                b.stream().mapToInt(i -> i).toArray()));
        for (Flow flow : traffic.flows()) {
            int chip = placement.chip(flow.target());
            if (flow.source() == Placement.OUTSIDE || placement.chip(flow.source()) == chip) {
                int source = flow.source() == Placement.OUTSIDE ? 0 : placement.tile(flow.source());
                addPath(placement.mesh(), chip, source, placement.tile(flow.target()), flow, messages);
            }
        }
        List<DrawnLink> links = new ArrayList<>();
        messages.forEach((key, count) ->
                links.add(new DrawnLink(key.get(0), key.get(1), key.get(2), key.get(3), key.get(4), count)));
        return links;
    }

    private static void addPath(
            Mesh mesh, int chip, int source, int target, Flow flow, Map<List<Integer>, Long> messages) {
        int x = mesh.x(source);
        int y = mesh.y(source);
        while (x != mesh.x(target) || y != mesh.y(target)) {
            int toX = x + Integer.signum(mesh.x(target) - x);
            int toY = toX == x ? y + Integer.signum(mesh.y(target) - y) : y;
            messages.merge(List.of(chip, x, y, toX, toY), (long) flow.messages(), Long::sum);
            x = toX;
            y = toY;
        }
    }
}
