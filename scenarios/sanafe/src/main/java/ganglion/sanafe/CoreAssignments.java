package ganglion.sanafe;

import ganglion.documents.InputException;
import ganglion.documents.Suggestions;
import ganglion.sanafe.SanafeNetwork.Assignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which core each neuron is on, and which units it uses there. */
final class CoreAssignments {

    private static final Pattern CORE = Pattern.compile("([0-9]{1,5})\\.([0-9]{1,5})");
    private static final int MOST_DIGITS = 10;

    /** Units that a mapping names, by the attribute that names the same. */
    private static final Map<String, String> UNITS =
            Map.of("soma", "soma_hw_name", "synapse", "synapse_hw_name", "dendrite", "dendrite_hw_name");

    private final List<GroupDraft> groups;
    private final List<String> names;
    private final Architecture architecture;
    private final Map<Integer, Integer> neuronsByCore = new HashMap<>();
    private final List<Assignment> assignments = new ArrayList<>();

    CoreAssignments(List<GroupDraft> groups, Architecture architecture) {
        this.groups = groups;
        this.names = groups.stream().map(GroupDraft::name).toList();
        this.architecture = architecture;
    }

    List<Assignment> read(Spot mappings) throws InputException {
        for (Spot entry : mappings.elements()) {
            for (Map.Entry<String, Spot> mapping : entry.members().entrySet()) {
                readMapping(mapping.getKey(), mapping.getValue());
            }
        }
        for (GroupDraft group : groups) {
            for (int neuron = 0; neuron < group.size(); neuron++) {
                if (group.core(neuron) == GroupDraft.UNMAPPED) {
                    throw mappings.problem(
                            "found no core for neuron " + neuron + " of group " + group.name() + ", expected one");
                }
            }
        }
        return assignments;
    }

    private void readMapping(String address, Spot mapping) throws InputException {
        int dot = address.indexOf('.');
        String name = dot < 0 ? address : address.substring(0, dot);
        int index = names.indexOf(name);
        if (index < 0) {
            throw mapping.problem("found the group \"" + name + '"' + Suggestions.expected("one of", name, names));
        }
        GroupDraft group = groups.get(index);
        NameRange range =
                dot < 0 ? new NameRange(0, group.size() - 1) : NameRange.of(address.substring(dot + 1), mapping);
        if (range.last() >= group.size()) {
            throw mapping.problem(
                    "found neuron " + range.last() + " of group " + name + ", expected 0 to " + (group.size() - 1));
        }
        Map<String, Spot> fields = new HashMap<>();
        collect(mapping, fields);
        int core = core(mapping, Optional.ofNullable(fields.get("core")));
        int onCore = neuronsByCore.merge(core, range.count(), Integer::sum);
        if (onCore > architecture.neuronsPerCore()) {
            throw mapping.problem(
                    "found " + onCore + " neurons on one core, expected at most " + architecture.neuronsPerCore());
        }
        place(group, range, core, fields, mapping);
        add(new Assignment(index, range.first(), range.count(), core));
    }

    /** Tools map neuron by neuron; a scenario may not have as many places as they have neurons. */
    private void add(Assignment next) {
        Assignment last = assignments.isEmpty() ? next : assignments.get(assignments.size() - 1);
        boolean continues = last.group() == next.group()
                && last.core() == next.core()
                && last.first() + last.count() == next.first();
        if (continues) {
            Assignment both = new Assignment(last.group(), last.first(), last.count() + next.count(), last.core());
            assignments.set(assignments.size() - 1, both);
        } else {
            assignments.add(next);
        }
    }

    private static void place(GroupDraft group, NameRange range, int core, Map<String, Spot> fields, Spot mapping)
            throws InputException {
        // By identity: to compare attributes by value would be to compare documents.
        Map<Attributes, Attributes> completed = new IdentityHashMap<>();
        for (int neuron = range.first(); neuron <= range.last(); neuron++) {
            if (group.core(neuron) != GroupDraft.UNMAPPED) {
                throw mapping.problem("found a second core for neuron " + neuron + " of group " + group.name());
            }
            group.setCore(neuron, core);
            group.setAttributes(
                    neuron, completed.computeIfAbsent(group.attributes(neuron), own -> own.with(units(fields))));
        }
    }

    private static Map<String, Spot> units(Map<String, Spot> fields) {
        Map<String, Spot> units = new HashMap<>();
        UNITS.forEach((field, attribute) -> {
            if (fields.containsKey(field)) {
                units.put(attribute, fields.get(field));
            }
        });
        return units;
    }

    private static void collect(Spot given, Map<String, Spot> into) throws InputException {
        if (given.node().isArray()) {
            for (Spot element : given.elements()) {
                collect(element, into);
            }
            return;
        }
        for (Map.Entry<String, Spot> member : given.members().entrySet()) {
            if (!member.getKey().equals("core") && !UNITS.containsKey(member.getKey())) {
                throw member.getValue()
                        .problem("found " + member.getKey() + ", expected core, soma, synapse or dendrite");
            }
            into.put(member.getKey(), member.getValue());
        }
    }

    private int core(Spot mapping, Optional<Spot> given) throws InputException {
        Spot spot = given.orElseThrow(() -> mapping.problem("found no core, expected one such as 0.1"));
        Matcher matcher = CORE.matcher(spot.text());
        if (!matcher.matches()) {
            throw spot.problem("found the core " + spot.found() + ", expected a tile and a core such as 0.1");
        }
        if (spot.node().isNumber() && architecture.coresPerTile() > MOST_DIGITS) {
            throw spot.problem("found the core " + spot.found() + " as a number, expected it in quotes: in a tile of "
                    + architecture.coresPerTile() + " cores, 0.1 and 0.10 are two");
        }
        int tile = Integer.parseInt(matcher.group(1));
        int core = Integer.parseInt(matcher.group(2));
        if (tile >= architecture.tiles() || core >= architecture.coresPerTile()) {
            throw spot.problem("found the core " + spot.found() + ", expected tile 0 to " + (architecture.tiles() - 1)
                    + " and core 0 to " + (architecture.coresPerTile() - 1));
        }
        return tile * architecture.coresPerTile() + core;
    }
}
