package ganglion.scenario.explore.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.scenario.explore.Wish;
import ganglion.scenario.explore.space.Choice;
import ganglion.scenario.explore.space.Range;
import ganglion.scenario.explore.space.SearchDimension;
import ganglion.scenario.explore.space.Space;
import java.util.List;

/** What may vary and what is wanted, as JSON. */
final class SpaceJson {

    private SpaceJson() {}

    static ArrayNode of(Space space) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        space.dimensions().forEach(dimension -> list.add(of(dimension)));
        return list;
    }

    private static ObjectNode of(SearchDimension dimension) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", dimension.name());
        if (dimension instanceof Range range) {
            node.put("kind", range.whole() ? "whole" : "number").put("at", range.pointer());
            node.put("low", range.low()).put("high", range.high()).put("logarithmic", range.logarithmic());
        } else {
            node.put("kind", "choice");
            ArrayNode values = node.putArray("values");
            ((Choice) dimension).options().forEach(option -> values.add(option.text()));
        }
        return node;
    }

    static ArrayNode of(List<Wish> wishes) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Wish wish : wishes) {
            ObjectNode node = list.addObject()
                    .put("objective", wish.objective().word())
                    .put("is", wish.objective().meaning())
                    .put("unit", wish.objective().unit())
                    .put("better", wish.objective().isLessBetter() ? "less" : "more");
            wish.limit().ifPresent(limit -> node.put("limit", limit));
        }
        return list;
    }
}
