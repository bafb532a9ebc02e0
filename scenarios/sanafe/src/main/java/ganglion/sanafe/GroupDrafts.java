package ganglion.sanafe;

import ganglion.documents.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads groups of neurons, with the attributes of each neuron. */
final class GroupDrafts {

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
