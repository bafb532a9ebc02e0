package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.placement.CoreTraffic.Flow;
import ganglion.hardware.placement.PlacementPicture;
import ganglion.hardware.placement.PlacementPicture.DrawnCore;
import ganglion.hardware.placement.PlacementSummary;
import java.util.Comparator;
import java.util.Optional;

/** The placement of the network on a chip, core by core, and the messages between cores. */
final class PlacementSection {

    /** More cores are counted, but neither listed nor drawn: they would be too small to see. */
    private static final int MOST_CORES = 4096;

    /** Only the busiest pairs of cores are listed. */
    private static final int MOST_FLOWS = 1000;

    private static final int MOST_LINKS = 20_000;

    private PlacementSection() {}

    static ObjectNode of(PlacementSummary placement, Optional<PlacementPicture> picture) {
        ObjectNode node = JsonNodes.object();
        node.put("fits", placement.fits());
        node.put("chips", placement.chips());
        node.put("coresUsed", placement.coresUsed());
        node.put("coresPerChip", placement.coresPerChip());
        node.put("neurons", placement.neurons());
        node.put("synapses", placement.synapses());
        node.set("problems", JsonNodes.strings(placement.problems()));
        node.set(
                "picture",
                picture.filter(drawn -> drawn.cores().size() <= MOST_CORES)
                        .map(PlacementSection::picture)
                        .orElse(null));
        return node;
    }

    private static ObjectNode picture(PlacementPicture picture) {
        ObjectNode node = JsonNodes.object();
        node.put("widthTiles", picture.mesh().widthTiles());
        node.put("heightTiles", picture.mesh().heightTiles());
        node.put("coresPerTile", picture.mesh().coresPerTile());
        ArrayNode cores = node.putArray("cores");
        picture.cores().forEach(core -> cores.add(core(core)));
        node.put("flowsInAll", picture.flows().size());
        ArrayNode flows = node.putArray("flows");
        picture.flows().stream()
                .sorted(Comparator.comparingDouble(Flow::messages).reversed())
                .limit(MOST_FLOWS)
                .forEach(flow -> flows.addObject()
                        .put("source", flow.source())
                        .put("target", flow.target())
                        .put("messages", (long) flow.messages()));
        ArrayNode links = node.putArray("links");
        picture.links().stream().limit(MOST_LINKS).forEach(link -> links.add(JsonNodes.bound(link)));
        return node;
    }

    private static ObjectNode core(DrawnCore core) {
        ObjectNode node = JsonNodes.object();
        node.put("core", core.core());
        node.put("chip", core.chip());
        node.put("x", core.x());
        node.put("y", core.y());
        node.put("slot", core.slot());
        ArrayNode populations = node.putArray("populations");
        core.slices()
                .forEach(slice ->
                        populations.addObject().put("name", slice.population()).put("neurons", slice.neurons()));
        node.put("synapses", core.synapses());
        node.put("messagesSent", core.messagesSent());
        node.put("messagesReceived", core.messagesReceived());
        return node;
    }
}
