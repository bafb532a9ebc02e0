package ganglion.scenario.interchange.export;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.scenario.interchange.nir.TensorShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which populations are images in the graph, and which projections convolutions between them. A population that matrices
 * reach is a vector, as is one that convolutions see in different shapes; convolutions of vectors become matrices.
 */
final class ImageLayers {

    private final Network network;
    private final Map<Projection, KernelNode> kernels = new IdentityHashMap<>();
    private Map<String, TensorShape> shapes = new HashMap<>();

    /** @param found the projections that a convolution with a common delay made */
    ImageLayers(Network network, List<KernelNode> found) {
        this.network = network;
        found.forEach(kernel -> kernels.put(kernel.projection(), kernel));
        boolean changed = true;
        while (changed) {
            shapes = agreed();
            changed = kernels.values().removeIf(kernel -> !isImage(kernel));
        }
    }

    private boolean isImage(KernelNode kernel) {
        return kernel.input().equals(shapes.get(kernel.projection().source()))
                && kernel.output().equals(shapes.get(kernel.projection().target()));
    }

    /** The shape of each population that all convolutions at it agree on, and that no matrix reaches. */
    private Map<String, TensorShape> agreed() {
        Map<String, List<TensorShape>> seen = new HashMap<>();
        for (KernelNode kernel : kernels.values()) {
            seen.computeIfAbsent(kernel.projection().source(), name -> new ArrayList<>())
                    .add(kernel.input());
            seen.computeIfAbsent(kernel.projection().target(), name -> new ArrayList<>())
                    .add(kernel.output());
        }
        Map<String, TensorShape> agreed = new HashMap<>();
        seen.forEach((name, found) -> {
            boolean reached = network.projections().stream()
                    .anyMatch(projection -> projection.target().equals(name) && !kernels.containsKey(projection));
            if (!reached && found.stream().distinct().count() == 1) {
                agreed.put(name, found.get(0));
            }
        });
        return agreed;
    }

    /** The convolution of a projection; null for a matrix. */
    KernelNode kernel(Projection projection) {
        return kernels.get(projection);
    }

    /** Whether a population has more than one axis. */
    boolean isImage(String population) {
        return shapes.containsKey(population);
    }

    /** The shape of a population. */
    TensorShape shape(Population population) {
        return shapes.getOrDefault(population.name(), TensorShape.of(population.size()));
    }
}
