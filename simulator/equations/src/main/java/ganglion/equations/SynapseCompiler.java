package ganglion.equations;

import static org.objectweb.asm.Opcodes.ACC_PROTECTED;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final EquationSynapses model;
    private final SynapseEquations equations;
    private final ConstantLayout layout = new ConstantLayout();
    private final List<String> ofSource;
    private final List<String> ofTarget;
    private final WrittenClass written;

    private MethodVisitor code;
    private StepCode step;

    /** @throws ModelException if the code of an event is longer than a method may be */
    SynapseCompiler(EquationSynapses model) {
        this.model = model;
        this.equations = model.equations();
        this.ofSource = equations.ofSource();
        this.ofTarget = equations.ofTarget();
        Class<?>[] arguments = {ConstantLayout.class, EquationSynapses.class};
        ClassWriter writer = WrittenClass.extending(EquationChanges.class, arguments);
        method(writer, ACC_PUBLIC, "fireSource", "([DIJ)V", 5, this::fireSource);
        method(writer, ACC_PUBLIC, "passTarget", "([DIJ)V", 5, this::passTarget);
        method(writer, ACC_PUBLIC, "takeTargets", "([D[I[II[J[D[DIJ)V", 11, this::takeTargets);
        method(writer, ACC_PROTECTED, "computeEffects", "([D[IIJ[J[D[DIJ[D)V", 13, this::computeEffects);
        try {
            written = new WrittenClass(writer, arguments);
        } catch (MethodTooLargeException e) {
            throw new ModelException("on-pre", "found more than 65536 bytes of code, expected fewer formulas");
        }
    }

    SynapseChanges changes() {
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
        storeVariables(ofSource);
    }

    /** Arguments: variables, at, elapsed. */
    private void passTarget() {
        load(ofTarget, 1, () -> code.visitVarInsn(ILOAD, 2));
        passSpike(3, tables(ofTarget, "targetDecays"));
        storeVariables(ofTarget);
    }

    private void storeVariables(List<String> names) {
        for (int k = 0; k < names.size(); k++) {
            code.visitVarInsn(ALOAD, 1);
            code.visitVarInsn(ILOAD, 2);
            step.pushInt(k);
            code.visitInsn(IADD);
            code.visitVarInsn(DLOAD, step.local(names.get(k)));
            code.visitInsn(DASTORE);
        }
    }

    /** Arguments: weights, which, spikes, count, ticks, before, source, at, sourceTick. */
    private void takeTargets() {
        if (!equations.assigns(equations.onPost(), SynapseEquations.WEIGHT)) {
            return;
        }
        load(ofSource, 7, () -> code.visitVarInsn(ILOAD, 8));
        Map<String, Integer> atSpike = locals(ofSource);
        Map<String, Integer> tables = tables(ofSource, "sourceDecays");
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
        step.element(1, which, DALOAD);
        step.bind(SynapseEquations.WEIGHT, step.storeDouble());
        equations.onPost().forEach(this::assign);
        step.storeElement(1, which, step.local(SynapseEquations.WEIGHT));
        code.visitJumpInsn(GOTO, loop);
        code.visitLabel(end);
    }

    /** Arguments: weights, latest, count, tick, ticks, before, source, at, elapsed, effects. */
    private void computeEffects() {
        load(ofSource, 8, () -> code.visitVarInsn(ILOAD, 9));
        decay(tables(ofSource, "sourceDecays"), 10);
        // What each assignment sees of the source: the same for all synapses of the row.
        List<Map<String, Integer>> seen = new ArrayList<>();
        for (Assignment each : equations.onPre()) {
            seen.add(locals(ofSource));
            if (ofSource.contains(each.state())) {
                assign(each);
            }
        }
        Map<String, Integer> tables = tables(ofTarget, "targetDecays");
        code.visitInsn(ICONST_0);
        int synapse = step.newInt();
        code.visitVarInsn(ISTORE, synapse);
        step.loop(synapse, 3, () -> computeEffect(synapse, tables, seen));
    }

    private void computeEffect(int synapse, Map<String, Integer> tables, List<Map<String, Integer>> seen) {
        if (ofTarget.stream()
                .anyMatch(name ->
                        equations.onPre().stream().anyMatch(each -> each.value().has(name)))) {
            bindTarget(synapse, tables);
        }
        step.element(1, synapse, DALOAD);
        int weight = step.storeDouble();
        step.bind(Map.of(SynapseEquations.WEIGHT, weight, SynapseEquations.EFFECT, weight));
        boolean hasEffect = equations.assigns(equations.onPre(), SynapseEquations.EFFECT);
        for (int k = 0; k < seen.size(); k++) {
            Assignment each = equations.onPre().get(k);
            if (!ofSource.contains(each.state())) {
                step.bind(seen.get(k));
                assign(each);
            }
        }
        if (equations.assigns(equations.onPre(), SynapseEquations.WEIGHT)) {
            step.storeElement(1, synapse, step.local(SynapseEquations.WEIGHT));
        }
        step.storeElement(12, synapse, step.local(hasEffect ? SynapseEquations.EFFECT : SynapseEquations.WEIGHT));
    }

    /** The variables of a synapse's target: those before its latest spike, or if it is earlier what is left of them and it. */
    private void bindTarget(int synapse, Map<String, Integer> tables) {
        int spike = step.newInt();
        step.element(2, synapse, IALOAD);
        code.visitVarInsn(ISTORE, spike);
        int since = elapsed(() -> code.visitVarInsn(LLOAD, 4), () -> step.element(6, spike, LALOAD));
        load(ofTarget, 7, () -> pushFirst(spike));
        Map<String, Integer> found = locals(ofTarget);
        Label same = new Label();
        code.visitVarInsn(ILOAD, spike);
        code.visitJumpInsn(IFEQ, same);
        code.visitVarInsn(LLOAD, since);
        code.visitInsn(LCONST_0);
        code.visitInsn(LCMP);
        code.visitJumpInsn(IFEQ, same);
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
            code.visitVarInsn(ALOAD, array);
            first.run();
            step.pushInt(k);
            code.visitInsn(IADD);
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
