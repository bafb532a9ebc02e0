package ganglion.hardware.library;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.figure.Figure;

/** The keys of a chip's cores: how they lie, and what they hold. */
final class CoreKeys {

    private static final Key<Integer> WIDTH = Key.of("width", ProfileTypes.SIZE)
            .says("Tiles from west to east.")
            .required()
            .example(8);
    private static final Key<Integer> HEIGHT = Key.of("height", ProfileTypes.SIZE)
            .says("Tiles from south to north.")
            .required()
            .example(4);
    private static final Key<Integer> CORES_PER_TILE = Key.of("cores-per-tile", ProfileTypes.SIZE)
            .says("Cores that share a router.")
            .required()
            .example(4);

    /** The mesh of one chip. */
    static final Shape<Mesh> TOPOLOGY = Shape.of(
            "an object with width, height, cores-per-tile, kind and source",
            CoreKeys::mesh,
            WIDTH,
            HEIGHT,
            CORES_PER_TILE,
            FigureKeys.KIND,
            FigureKeys.SOURCE,
            FigureKeys.AT,
            FigureKeys.NOTE);

    private static final Key<Figure> CHIPS = count("chips", "Chips in the largest system. One, if left out.", 768);
    private static final Key<Figure> NEURONS = count("neurons-per-core", "Neurons on one core.", 1024);
    private static final Key<Figure> SYNAPSES = count("synapses-per-core", "Synapses into one core.", 65536);
    private static final Key<Figure> INPUT_AXONS =
            count("input-axons-per-core", "Source neurons that may reach one core.", 4096);
    private static final Key<Figure> OUTPUT_AXONS =
            count("output-axons-per-core", "Pairs of a neuron of one core and a core that it reaches.", 4096);
    private static final Key<Figure> SYNAPSE_MEMORY = Key.of("synapse-memory-per-core", FigureKeys.MEMORY)
            .says("Memory for the synapses into one core.")
            .exampleText("{value: 128 KiB, kind: published, source: davies-2018}");
    private static final Key<Figure> MEMORY_PER_SYNAPSE = Key.of("memory-per-synapse", FigureKeys.MEMORY)
            .says("What one synapse takes of that memory.")
            .exampleText("{value: 9 bit, kind: assumed, source: davies-2018}");
    private static final Key<Figure> FAN_IN = count("fan-in", "Synapses into one neuron.", 256);
    private static final Key<Figure> FAN_OUT =
            count("fan-out", "Synapses out of one neuron of the chip. Those of inputs are not counted.", 64);
    private static final Key<Figure> INPUTS = count("inputs", "Input neurons of a network.", 16);
    private static final Key<Figure> OUTPUTS =
            count("outputs", "Neurons of populations that feed no other population.", 8);
    private static final Key<Figure> WEIGHT_BITS = count("weight-bits", "Bits of a weight, sign included.", 9);
    private static final Key<Figure> STATE_BITS =
            count("state-bits", "Bits of a membrane potential, sign included.", 24);
    private static final Key<Figure> DELAY = count("delay-ticks", "Longest delay, in ticks.", 62);
    private static final Key<Figure> CROSSBAR_ROW = count(
            "crossbar-row",
            "Synapse slots that one message makes a core visit, whether or not a synapse is there: what crossbar-operation"
                    + " counts.",
            256);

    /** The limits of a chip. */
    static final Shape<ChipLimits> LIMITS = Shape.of(
            "an object of limits",
            CoreKeys::limits,
            CHIPS,
            NEURONS,
            SYNAPSES,
            INPUT_AXONS,
            OUTPUT_AXONS,
            SYNAPSE_MEMORY,
            MEMORY_PER_SYNAPSE,
            FAN_IN,
            WEIGHT_BITS,
            STATE_BITS,
            DELAY,
            CROSSBAR_ROW,
            INPUTS,
            OUTPUTS,
            FAN_OUT);

    private CoreKeys() {}

    private static Key<Figure> count(String name, String meaning, int example) {
        return Key.of(name, FigureKeys.COUNT)
                .says(meaning)
                .exampleText("{value: " + example + ", kind: published, source: davies-2018}");
    }

    private static Mesh mesh(Place place) {
        FigureKeys.citation(place);
        int width = WIDTH.in(place);
        int height = HEIGHT.in(place);
        int coresPerTile = CORES_PER_TILE.in(place);
        if ((long) width * height * coresPerTile > Mesh.MOST_CORES) {
            place.problem("found more than " + Mesh.MOST_CORES + " cores, the most that is modelled");
            return new Mesh(1, 1, 1);
        }
        return new Mesh(width, height, coresPerTile);
    }

    private static ChipLimits limits(Place place) {
        return new ChipLimits(
                CHIPS.find(place),
                NEURONS.find(place),
                SYNAPSES.find(place),
                INPUT_AXONS.find(place),
                OUTPUT_AXONS.find(place),
                SYNAPSE_MEMORY.find(place),
                MEMORY_PER_SYNAPSE.find(place),
                FAN_IN.find(place),
                WEIGHT_BITS.find(place),
                STATE_BITS.find(place),
                DELAY.find(place),
                CROSSBAR_ROW.find(place),
                INPUTS.find(place),
                OUTPUTS.find(place),
                FAN_OUT.find(place));
    }
}
