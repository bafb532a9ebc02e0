package ganglion.sanafe;

import ganglion.documents.InputException;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.sanafe.SanafeNetwork.Assignment;
import ganglion.sanafe.SanafeNetwork.Group;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a mapped network. */
public final class NetworkReader {

    private final Architecture architecture;
    private final List<Group> groups = new ArrayList<>();

    private NetworkReader(Architecture architecture) {
        this.architecture = architecture;
    }

    /**
     * Reads a file.
     *
     * @param architecture the chip that the network is mapped to
     * @throws InputException if the file cannot be read, does not fit the chip, or has something without an equivalent
     */
    public static SanafeNetwork read(Path file, Architecture architecture) throws InputException {
        return new NetworkReader(architecture).read(Spot.root(file));
    }

    private SanafeNetwork read(Spot root) throws InputException {
        Spot network = root.at("network");
        Spot mappings = root.at("mappings");
        List<GroupDraft> drafts =
                List.copyOf(new GroupDrafts().read(network.at("groups")).values());
        List<Connections> connections = new EdgeConnections(drafts).read(network.at("edges"));
        List<Assignment> places = new CoreAssignments(drafts, architecture).read(mappings);
        for (GroupDraft draft : drafts) {
            groups.add(new NeuronModels(draft, architecture).read());
        }
        for (Connections each : connections) {
            check(each);
        }
        return new SanafeNetwork(groups, connections, places, notes(places));
    }

    private void check(Connections connections) throws InputException {
        Group target = groups.get(connections.to());
        if (target.model() instanceof SpikeSource) {
            throw connections
                    .place()
                    .problem("found connections into group " + target.name() + ", expected none: its soma is an input");
        }
        if (NeuronModels.needsFineGrid(target.model())) {
            for (double weight : connections.weights()) {
                if (!NeuronModels.isOnFineGrid(weight)) {
                    throw connections
                            .place()
                            .problem("found the weight " + weight + " into group " + target.name()
                                    + ", expected a multiple of 2^-20 for neurons of the model truenorth");
                }
            }
        }
    }

    /** Here a core visits inputs first, then groups in the order of the file; there in the order of the mapping. */
    private List<String> notes(List<Assignment> places) {
        Map<Integer, Long> latest = new HashMap<>();
        for (Assignment place : places) {
            boolean input = groups.get(place.group()).model() instanceof SpikeSource;
            long order = ((input ? 0L : groups.size()) + place.group() << Integer.SIZE) + place.first();
            Long before = latest.put(place.core(), order);
            if (before != null && before > order) {
                return List.of("cores visit neurons in another order than the mapping has them, first core "
                        + place.core() % architecture.coresPerTile() + " of tile "
                        + place.core() / architecture.coresPerTile() + ", which may shift the time of a tick");
            }
        }
        return List.of();
    }

    /** Reads groups of neurons, with the attributes of each neuron. */
    private static final class GroupDrafts {

        private static final int MOST_NEURONS = 10_000_000;

        private int neurons;

        /** One entry of a list of neurons. */
        private record Entry(NameRange range, Spot place, boolean withAttributes) {}

        Map<String, GroupDraft> read(Spot groups) throws InputException {
            Map<String, GroupDraft> drafts = new LinkedHashMap<>();
            for (Spot group : groups.elements()) {
                GroupDraft draft = readGroup(group);
                if (drafts.putIfAbsent(draft.name(), draft) != null) {
                    throw group.at("name").problem("found the group " + draft.name() + " a second time");
                }
            }
            if (drafts.isEmpty()) {
                throw groups.problem("found no group, expected at least one");
            }
            return drafts;
        }

        private GroupDraft readGroup(Spot group) throws InputException {
            String name = group.at("name").text();
            List<Entry> entries = entries(group.at("neurons"));
            int size = 0;
            for (Entry entry : entries) {
                if (entry.range().count() > MOST_NEURONS - neurons) {
                    throw entry.place().problem("found more than " + MOST_NEURONS + " neurons, the most that are read");
                }
                size += entry.range().count();
                neurons += entry.range().count();
            }
            if (size == 0) {
                throw group.at("neurons").problem("found no neuron in group " + name + ", expected at least one");
            }
            Attributes defaults = group.find("attributes").isPresent()
                    ? Attributes.NONE.with(group.at("attributes"), "soma")
                    : Attributes.NONE;
            GroupDraft draft = new GroupDraft(name, group, size, defaults);
            for (Entry entry : entries) {
                if (entry.range().last() >= size) {
                    throw entry.place()
                            .problem("found neuron " + entry.range().last() + " of group " + name + ", expected 0 to "
                                    + (size - 1) + ", as many as are listed");
                }
                Attributes own = entry.withAttributes() ? defaults.with(entry.place(), "soma") : defaults;
                for (int neuron = entry.range().first(); neuron <= entry.range().last(); neuron++) {
                    draft.setAttributes(neuron, own);
                }
            }
            return draft;
        }

        private static List<Entry> entries(Spot list) throws InputException {
            List<Entry> entries = new ArrayList<>();
            for (Spot entry : list.elements()) {
                if (!entry.node().isObject()) {
                    entries.add(new Entry(NameRange.of(entry.text(), entry), entry, false));
                    continue;
                }
                for (Map.Entry<String, Spot> member : entry.members().entrySet()) {
                    entries.add(new Entry(NameRange.of(member.getKey(), member.getValue()), member.getValue(), true));
                }
            }
            return entries;
        }
    }
}
