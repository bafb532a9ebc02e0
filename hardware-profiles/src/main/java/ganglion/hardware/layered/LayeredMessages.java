package ganglion.hardware.layered;

import ganglion.hardware.chip.Mesh;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.layered.ActivityLayer.Kind;
import ganglion.hardware.layered.ActivityNetwork.Population;
import ganglion.hardware.layered.LayeredPlacement.Block;
import ganglion.hardware.layered.LayeredPlacement.Share;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The messages and hops of a network whose layers lie on blocks of cores: each core of a layer is as likely as another. */
final class LayeredMessages {

    /** Shares of a layer on one chip add up to one but for this. */
    private static final double ROUNDING = 1e-9;

    private final ActivityNetwork network;
    private final Mesh mesh;
    private final List<Block> blocks;
    private final Map<Operation, Double> operations = new EnumMap<>(Operation.class);
    private final Map<Integer, Double> reach = new HashMap<>();
    private final Map<Integer, List<Integer>> blocksOf = new HashMap<>();

    LayeredMessages(ActivityNetwork network, Mesh mesh, List<Block> blocks) {
        this.network = network;
        this.mesh = mesh;
        this.blocks = blocks;
        for (int b = 0; b < blocks.size(); b++) {
            for (Share share : blocks.get(b).shares()) {
                blocksOf.computeIfAbsent(share.population(), unused -> new ArrayList<>())
                        .add(b);
            }
        }
        IntStream.range(0, network.count()).filter(network::emits).forEach(this::send);
    }

    /** Messages and hops of all samples, by operation. */
    Map<Operation, Double> operations() {
        return Collections.unmodifiableMap(operations);
    }

    /** Cores that a spike of a layer reaches, in the mean. */
    double coresReached(int layer) {
        return reach.getOrDefault(layer, 0.0);
    }

    private void send(int layer) {
        boolean input = network.layer(layer).kind() == Kind.INPUT;
        double spikes = network.reachingSpikes(layer);
        Map<Long, ChipTiles> targets = new LinkedHashMap<>();
        Map<Long, ChipTiles> sources = new LinkedHashMap<>();
        Set<Integer> near = new TreeSet<>(blocksOf.getOrDefault(network.populationOf(layer), List.of()));
        network.targets(layer).forEach(target -> near.addAll(blocksOf.getOrDefault(target, List.of())));
        for (int index : near) {
            Block block = blocks.get(index);
            double missed = 1;
            double held = 0;
            for (Share share : block.shares()) {
                Population population = network.populations().get(share.population());
                missed *= 1 - chance(layer, population, share.neurons());
                held += population.layer() == layer ? share.neurons() / population.size() : 0;
            }
            add(targets, block, 1 - missed);
            add(sources, block, held);
        }
        double all = targets.values().stream().mapToDouble(tiles -> tiles.sum).sum();
        reach.put(layer, network.spikes(layer) == 0 ? all : all * spikes / network.spikes(layer));
        count(Operation.MESSAGE_IN, spikes * all);
        count(input ? Operation.INPUT_MESSAGE : Operation.MESSAGE_OUT, spikes * all);
        targets.forEach((chip, tiles) -> {
            ChipTiles from = input ? new ChipTiles().at(0, 1) : sources.get(chip);
            if (from != null) {
                from.routes(tiles, spikes);
            }
            double elsewhere = input ? 0 : from == null ? 1 : 1 - from.sum;
            if (elsewhere > ROUNDING) {
                count(Operation.MESSAGE_BETWEEN_CHIPS, spikes * tiles.sum * elsewhere);
            }
        });
    }

    /** Probability that a spike of a layer reaches one of some neurons of a population. */
    private double chance(int layer, Population population, double neurons) {
        double missed = 1;
        for (int inlet : population.inlets()) {
            if (network.emittersInto(inlet).contains(layer)) {
                double axons = network.axons(inlet, neurons * network.size(inlet) / population.size());
                missed *= 1 - Math.min(1, axons / network.inputSize(inlet));
            }
        }
        if (population.direct().contains(layer)) {
            missed *= 1 - Math.min(1, neurons / population.size());
        }
        return 1 - missed;
    }

    private void add(Map<Long, ChipTiles> chips, Block block, double weight) {
        for (long core = block.first(); weight > 0 && core < block.first() + block.cores(); core++) {
            chips.computeIfAbsent(core / mesh.cores(), chip -> new ChipTiles())
                    .at(mesh.tile((int) (core % mesh.cores())), weight);
        }
    }

    private void count(Operation operation, double number) {
        operations.merge(operation, number, Double::sum);
    }

    /** Weights of the tiles of one chip. */
    private final class ChipTiles {

        private final Map<Integer, Double> tiles = new LinkedHashMap<>();
        private final double[] columns = new double[mesh.widthTiles()];
        private final double[] rows = new double[mesh.heightTiles()];
        private double sum;

        ChipTiles at(int tile, double weight) {
            tiles.merge(tile, weight, Double::sum);
            columns[mesh.x(tile)] += weight;
            rows[mesh.y(tile)] += weight;
            sum += weight;
            return this;
        }

        /** Messages from these tiles to others: each pair is as likely as its weights. */
        void routes(ChipTiles to, double spikes) {
            double within = tiles.entrySet().stream()
                    .mapToDouble(tile -> tile.getValue() * to.tiles.getOrDefault(tile.getKey(), 0.0))
                    .sum();
            count(Operation.MESSAGE_WITHIN_TILE, spikes * within);
            hops(columns, to.columns, spikes, Operation.HOP_EAST, Operation.HOP_WEST);
            hops(rows, to.rows, spikes, Operation.HOP_NORTH, Operation.HOP_SOUTH);
        }

        private void hops(double[] from, double[] to, double spikes, Operation up, Operation down) {
            for (int a = 0; a < from.length; a++) {
                for (int b = 0; b < to.length; b++) {
                    count(b > a ? up : down, spikes * from[a] * to[b] * Math.abs(a - b));
                }
            }
        }
    }
}
