package ganglion.equations;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.D2L;
import static org.objectweb.asm.Opcodes.DADD;
import static org.objectweb.asm.Opcodes.DALOAD;
import static org.objectweb.asm.Opcodes.DASTORE;
import static org.objectweb.asm.Opcodes.DLOAD;
import static org.objectweb.asm.Opcodes.DMUL;
import static org.objectweb.asm.Opcodes.DSTORE;
import static org.objectweb.asm.Opcodes.DSUB;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.IALOAD;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFLT;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.IMUL;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.L2D;
import static org.objectweb.asm.Opcodes.LALOAD;
import static org.objectweb.asm.Opcodes.LCMP;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LSTORE;
import static org.objectweb.asm.Opcodes.LSUB;
import static org.objectweb.asm.Opcodes.RETURN;

import ganglion.equations.NeuronEquations.Events.Assignment;
import ganglion.equations.SynapseEquations.Variable;
import ganglion.kernel.plasticity.DecayTable;
import ganglion.kernel.plasticity.SynapseChanges;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes the class of a model of synapses: an {@link EquationChanges} with loops over rows. What depends on variables of the source only is
 * computed once for a row.
 */
final class SynapseCompiler implements StepCode.Constants {

    private static final String TABLE = Type.getInternalName(DecayTable.class);
    private static final String TABLES = Type.getDescriptor(DecayTable[].class);

    /** Those in use. One class serves all projections with a text, so that the code of a run stays small and is warm soon. */
    private static final Map<SynapseEquations, Reference<SynapseCompiler>> IN_USE = new WeakHashMap<>();

    private final SynapseEquations equations;
    private final ConstantLayout layout = new ConstantLayout();
    private final List<String> ofSource;
    private final List<String> ofTarget;
    private final List<String> ofSynapse;
    private final WrittenClass written;

    private MethodVisitor code;
    private StepCode step;

    private SynapseCompiler(SynapseEquations equations) {
        this.equations = equations;
        this.ofSource = equations.ofSource();
        this.ofTarget = equations.ofTarget();
        this.ofSynapse = equations.ofSynapse();
        Class<?>[] arguments = {ConstantLayout.class, EquationSynapses.class};
        ClassWriter writer = WrittenClass.extending(EquationChanges.class, arguments);
        method(writer, ACC_PUBLIC, "fireSource", "([DIJ)V", 5, this::fireSource);
        method(writer, ACC_PUBLIC, "passTarget", "([DIJ)V", 5, this::passTarget);
        method(writer, ACC_PUBLIC, "takeTargets", "([D[I[II[J[D[DIJ)V", 11, this::takeTargets);
        method(writer, ACC_PUBLIC, "takeSource", "([D[IIJ[J[D[DIJ[D)V", 13, () -> takeRow(equations.onPre(), true));
        method(writer, ACC_PUBLIC, "takeThird", "([D[IIJ[J[D[DIJ)V", 12, () -> takeRow(equations.onThird(), false));
        try {
            written = new WrittenClass(writer, arguments);
        } catch (MethodTooLargeException e) {
            throw new ModelException("on-pre", "found more than 65536 bytes of code, expected fewer formulas");
        }
    }

    /** @throws ModelException if the code of an event is longer than a method may be */
    static synchronized SynapseCompiler of(SynapseEquations equations) {
        Reference<SynapseCompiler> found = IN_USE.get(equations);
        SynapseCompiler compiler = found == null ? null : found.get();
        if (compiler == null) {
            compiler = new SynapseCompiler(equations);
            IN_USE.put(equations, new WeakReference<>(compiler));
        }
        return compiler;
    }

    SynapseChanges changes(EquationSynapses model) {
        return (EquationChanges) written.create(layout, model);
    }

    @Override
    public boolean isConstant(String name) {
        return equations.parameters().containsKey(name);
    }

    @Override
    public boolean isCommon(String name) {
        return true;
    }

    private void method(ClassWriter writer, int access, String name, String signature, int firstFree, Runnable body) {
        code = writer.visitMethod(access, name, signature, null, null);
        step = new StepCode(code, EquationChanges.class, firstFree, this, layout);
        code.visitCode();
        body.run();
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** Arguments: variables, at, elapsed. */
    private void fireSource() {
        load(ofSource, 1, () -> code.visitVarInsn(ILOAD, 2));
        decay(tables(ofSource, "sourceDecays"), 3);
        equations.onPre().stream()
                .filter(each -> ofSource.contains(each.state()))
                .forEach(this::assign);
        storeVariables(ofSource, () -> code.visitVarInsn(ILOAD, 2));
    }

    /** Arguments: variables, at, elapsed. */
    private void passTarget() {
        load(ofTarget, 1, () -> code.visitVarInsn(ILOAD, 2));
        passSpike(3, tables(ofTarget, "targetDecays"));
        storeVariables(ofTarget, () -> code.visitVarInsn(ILOAD, 2));
    }

    private void storeVariables(List<String> names, Runnable first) {
        for (int k = 0; k < names.size(); k++) {
            pushPlace(1, first, k);
            code.visitVarInsn(DLOAD, step.local(names.get(k)));
            code.visitInsn(DASTORE);
        }
    }

    /** Pushes an array and an index some places behind another. */
    private void pushPlace(int array, Runnable first, int behind) {
        code.visitVarInsn(ALOAD, array);
        first.run();
        if (behind > 0) {
            step.pushInt(behind);
            code.visitInsn(IADD);
        }
    }

    private boolean changesSynapse(List<Assignment> events) {
        return ofSynapse.stream().anyMatch(name -> equations.assigns(events, name))
                || equations.assigns(events, SynapseEquations.WEIGHT);
    }

    /** Where a synapse begins in its row. */
    private int place(int synapse) {
        if (ofSynapse.isEmpty()) {
            return synapse;
        }
        code.visitVarInsn(ILOAD, synapse);
        step.pushInt(ofSynapse.size() + 2);
        code.visitInsn(IMUL);
        int place = step.newInt();
        code.visitVarInsn(ISTORE, place);
        return place;
    }

    /**
     * What an event does to a synapse: to its weight, and if the event concerns them to its own variables, which it takes to the tick of the event
     * first.
     */
    private void change(
            List<Assignment> events, int place, Map<String, Integer> decays, Runnable pushTick, Runnable assignments) {
        step.element(1, place, DALOAD);
        int weight = step.storeDouble();
        step.bind(Map.of(SynapseEquations.WEIGHT, weight, SynapseEquations.EFFECT, weight));
        boolean own = ofSynapse.stream()
                .anyMatch(name -> equations.assigns(events, name)
                        || events.stream().anyMatch(each -> each.value().has(name)));
        int ofOwn = ofSynapse.size() + 1;
        Runnable first = () -> {
            code.visitVarInsn(ILOAD, place);
            step.pushInt(1);
            code.visitInsn(IADD);
        };
        if (own) {
            load(ofSynapse, 1, first);
            int elapsed = elapsed(pushTick, () -> {
                pushPlace(1, () -> code.visitVarInsn(ILOAD, place), ofOwn);
                code.visitInsn(DALOAD);
                code.visitInsn(D2L);
            });
            decay(decays, elapsed);
        }
        assignments.run();
        if (equations.assigns(events, SynapseEquations.WEIGHT)) {
            step.storeElement(1, place, step.local(SynapseEquations.WEIGHT));
        }
        if (own) {
            storeVariables(ofSynapse, first);
            pushPlace(1, () -> code.visitVarInsn(ILOAD, place), ofOwn);
            pushTick.run();
            code.visitInsn(L2D);
            code.visitInsn(DASTORE);
        }
    }

    /** Arguments: row, which, spikes, count, ticks, before, source, at, sourceTick. */
    private void takeTargets() {
        if (!changesSynapse(equations.onPost())) {
            return;
        }
        load(ofSource, 7, () -> code.visitVarInsn(ILOAD, 8));
        Map<String, Integer> atSpike = locals(ofSource);
        Map<String, Integer> tables = tables(ofSource, "sourceDecays");
        Map<String, Integer> ownTables = tables(ofSynapse, "ownDecays");
        int spike = step.newInt();
        Label loop = new Label();
        Label end = new Label();
        code.visitLabel(loop);
        code.visitIincInsn(4, -1);
        code.visitVarInsn(ILOAD, 4);
        code.visitJumpInsn(IFLT, end);
        step.element(3, 4, IALOAD);
        code.visitVarInsn(ISTORE, spike);
        int elapsed = elapsed(() -> step.element(5, spike, LALOAD), () -> code.visitVarInsn(LLOAD, 9));
        step.bind(atSpike);
        decay(tables, elapsed);
        load(ofTarget, 6, () -> pushFirst(spike));
        step.element(2, 4, IALOAD);
        int which = step.newInt();
        code.visitVarInsn(ISTORE, which);
        change(
                equations.onPost(),
                place(which),
                ownTables,
                () -> step.element(5, spike, LALOAD),
                () -> equations.onPost().forEach(this::assign));
        code.visitJumpInsn(GOTO, loop);
        code.visitLabel(end);
    }

    /** Arguments: row, latest, count, tick, ticks, before, source, at, elapsed, and at spikes of the source effects. */
    private void takeRow(List<Assignment> events, boolean delivers) {
        if (events.isEmpty() && !delivers) {
            return;
        }
        load(ofSource, 8, () -> code.visitVarInsn(ILOAD, 9));
        decay(tables(ofSource, "sourceDecays"), 10);
        // What each assignment sees of the source: the same for all synapses of the row.
        List<Map<String, Integer>> seen = new ArrayList<>();
        for (Assignment each : events) {
            seen.add(locals(ofSource));
            if (ofSource.contains(each.state())) {
                assign(each);
            }
        }
        Map<String, Integer> tables = tables(ofTarget, "targetDecays");
        Map<String, Integer> ownTables = tables(ofSynapse, "ownDecays");
        code.visitInsn(ICONST_0);
        int synapse = step.newInt();
        code.visitVarInsn(ISTORE, synapse);
        step.loop(synapse, 3, () -> {
            if (ofTarget.stream()
                    .anyMatch(name ->
                            events.stream().anyMatch(each -> each.value().has(name)))) {
                bindTarget(synapse, tables, delivers);
            }
            change(events, place(synapse), ownTables, () -> code.visitVarInsn(LLOAD, 4), () -> {
                for (int k = 0; k < seen.size(); k++) {
                    if (!ofSource.contains(events.get(k).state())) {
                        step.bind(seen.get(k));
                        assign(events.get(k));
                    }
                }
            });
            if (delivers) {
                boolean hasEffect = equations.assigns(events, SynapseEquations.EFFECT);
                int effect = step.local(hasEffect ? SynapseEquations.EFFECT : SynapseEquations.WEIGHT);
                step.storeElement(12, synapse, effect);
            }
        });
    }

    /**
     * The variables of a synapse's target: those before its latest spike, or what is left of them and it.
     *
     * @param before whether those before the spike count if it comes at the same tick
     */
    private void bindTarget(int synapse, Map<String, Integer> tables, boolean before) {
        int spike = step.newInt();
        step.element(2, synapse, IALOAD);
        code.visitVarInsn(ISTORE, spike);
        int since = elapsed(() -> code.visitVarInsn(LLOAD, 4), () -> step.element(6, spike, LALOAD));
        load(ofTarget, 7, () -> pushFirst(spike));
        Map<String, Integer> found = locals(ofTarget);
        Label same = new Label();
        code.visitVarInsn(ILOAD, spike);
        code.visitJumpInsn(IFEQ, same);
        if (before) {
            code.visitVarInsn(LLOAD, since);
            code.visitInsn(LCONST_0);
            code.visitInsn(LCMP);
            code.visitJumpInsn(IFEQ, same);
        }
        passSpike(since, tables);
        found.forEach((name, local) -> {
            code.visitVarInsn(DLOAD, step.local(name));
            code.visitVarInsn(DSTORE, local);
        });
        code.visitLabel(same);
        step.bind(found);
    }

    /** Takes the variables of a target from before a spike to some ticks after it. */
    private void passSpike(int elapsed, Map<String, Integer> tables) {
        equations.onPost().stream()
                .filter(each -> ofTarget.contains(each.state()))
                .forEach(this::assign);
        decay(tables, elapsed);
    }

    /** Where the variables of a spike begin in the list. */
    private void pushFirst(int spike) {
        code.visitVarInsn(ILOAD, spike);
        step.pushInt(ofTarget.size());
        code.visitInsn(IMUL);
    }

    /** A new variable with the ticks from one to another. */
    private int elapsed(Runnable until, Runnable from) {
        until.run();
        from.run();
        code.visitInsn(LSUB);
        int local = step.newInt();
        step.newInt();
        code.visitVarInsn(LSTORE, local);
        return local;
    }

    /** Loads variables that lie side by side. */
    private void load(List<String> names, int array, Runnable first) {
        for (int k = 0; k < names.size(); k++) {
            pushPlace(array, first, k);
            code.visitInsn(DALOAD);
            step.bind(names.get(k), step.storeDouble());
        }
        step.forget();
    }

    private Map<String, Integer> locals(List<String> names) {
        Map<String, Integer> locals = new HashMap<>();
        names.forEach(name -> locals.put(name, step.local(name)));
        return locals;
    }

    /** References to the tables of those that decay. */
    private Map<String, Integer> tables(List<String> names, String field) {
        Map<String, Integer> tables = new HashMap<>();
        for (int k = 0; k < names.size(); k++) {
            if (equations.variables().get(names.get(k)).decays()) {
                tables.put(names.get(k), step.storeReference(field, TABLES, k));
            }
        }
        return tables;
    }

    /** Takes variables through some ticks without spikes: rest + (x - rest) exp(rate t). */
    private void decay(Map<String, Integer> tables, int elapsed) {
        Map<String, Integer> later = new HashMap<>();
        tables.forEach((name, table) -> {
            Variable variable = equations.variables().get(name);
            boolean toZero = variable.rest().equals(Term.ZERO);
            if (!toZero) {
                step.push(variable.rest());
            }
            code.visitVarInsn(DLOAD, step.local(name));
            if (!toZero) {
                step.push(variable.rest());
                code.visitInsn(DSUB);
            }
            code.visitVarInsn(ALOAD, table);
            code.visitVarInsn(LLOAD, elapsed);
            code.visitMethodInsn(INVOKEVIRTUAL, TABLE, "after", "(J)D", false);
            code.visitInsn(DMUL);
            if (!toZero) {
                code.visitInsn(DADD);
            }
            later.put(name, step.storeDouble());
        });
        step.bind(later);
    }

    /** An assignment, which sees those before it. */
    private void assign(Assignment each) {
        step.push(each.value());
        step.bind(each.state(), step.storeDouble());
        step.forget();
    }
}
