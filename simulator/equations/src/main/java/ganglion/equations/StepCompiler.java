package ganglion.equations;

import static org.objectweb.asm.Opcodes.ACC_PROTECTED;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.BASTORE;
import static org.objectweb.asm.Opcodes.DADD;
import static org.objectweb.asm.Opcodes.DALOAD;
import static org.objectweb.asm.Opcodes.DASTORE;
import static org.objectweb.asm.Opcodes.DCMPL;
import static org.objectweb.asm.Opcodes.DCONST_0;
import static org.objectweb.asm.Opcodes.DCONST_1;
import static org.objectweb.asm.Opcodes.DLOAD;
import static org.objectweb.asm.Opcodes.DMUL;
import static org.objectweb.asm.Opcodes.DNEG;
import static org.objectweb.asm.Opcodes.DSTORE;
import static org.objectweb.asm.Opcodes.DUP2;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.IAND;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFGT;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.IXOR;
import static org.objectweb.asm.Opcodes.L2D;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.LLOAD;

import ganglion.equations.NeuronEquations.Events.Assignment;
import ganglion.equations.NeuronEquations.State;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes the class of a model: an {@link EquationGroup} with {@link EquationGroup#run} as a loop over neurons, in which states and
 * what is computed of them are local variables. What depends on parameters only is computed before, see {@link ConstantLayout}; what
 * stands twice in a step is computed once.
 */
final class StepCompiler {

    private static final String GROUP = Type.getInternalName(EquationGroup.class);
    private static final String RUN = "(IIJ[DI" + Type.getDescriptor(Visit.class) + ")I";

    // Arguments of the method, and its first free local variable.
    private static final int NEURON = 1;
    private static final int UNTIL = 2;
    private static final int AT = 3;
    private static final int WEIGHTS = 5;
    private static final int OFFSET = 6;
    private static final int VISIT = 7;
    private static final int FIRST_FREE = 8;

    private final EquationNeurons model;
    private final NeuronEquations equations;
    private final ConstantLayout layout = new ConstantLayout();
    private final WrittenClass written;

    private final MethodVisitor code;
    private final StepCode step;

    /** @throws ModelException if the code of a step is longer than a method may be */
    StepCompiler(EquationNeurons model) {
        this.model = model;
        this.equations = model.equations();
        Class<?>[] arguments = {ConstantLayout.class, EquationNeurons.class, int.class, int.class};
        ClassWriter writer = WrittenClass.extending(EquationGroup.class, arguments);
        code = writer.visitMethod(ACC_PROTECTED, "run", RUN, null, null);
        step = new StepCode(code, EquationGroup.class, FIRST_FREE, model, layout);
        code.visitCode();
        writeRun();
        code.visitMaxs(0, 0);
        code.visitEnd();
        try {
            written = new WrittenClass(writer, arguments);
        } catch (MethodTooLargeException e) {
            throw new ModelException(
                    "equations", "found a step of more than 65536 bytes of code, expected fewer equations");
        }
    }

    NeuronGroup group(EquationNeurons population, int first, int size) {
        return (EquationGroup) written.create(layout, population, first, size);
    }

    /** Local variables outside of the loop. */
    private final class Outside {
        final int fired = step.newInt();
        final List<Integer> states = new ArrayList<>();
        int recovering;
        int resting;
    }

    private void writeRun() {
        Outside outside = new Outside();
        code.visitInsn(ICONST_0);
        code.visitVarInsn(ISTORE, outside.fired);
        for (int state = 0; state < equations.states().size(); state++) {
            outside.states.add(step.storeReference("states", "[[D", state));
        }
        step.loadField("resting", "[Z");
        outside.resting = step.storeReference();
        step.loadField("recovering", "[D");
        outside.recovering = step.storeReference();
        step.loop(NEURON, UNTIL, () -> writeNeuron(outside));
        code.visitVarInsn(ILOAD, outside.fired);
        code.visitInsn(IRETURN);
    }

    private void writeNeuron(Outside outside) {
        List<State> states = equations.states();
        Map<String, Integer> before = new LinkedHashMap<>();
        for (int state = 0; state < states.size(); state++) {
            step.element(outside.states.get(state), NEURON, DALOAD);
            before.put(states.get(state).name(), step.storeDouble());
        }
        takeInput();
        int held = step.newInt();
        pushHeld(outside);
        code.visitVarInsn(ISTORE, held);

        step.bind(before);
        Map<String, Integer> after = new TickIntegration(code, step, model, layout).integrate(before, held);
        hold(before, after, held);
        int same = step.newInt();
        pushSame(before, after);
        code.visitVarInsn(ISTORE, same);

        step.bind(after);
        assign(equations.events().input(), after);
        hold(before, after, held);
        step.bind(after);
        checkFinite(outside, after);
        endRecovery(outside);
        fireAndReset(outside, after, held, same);
        step.bind(after);
        store(outside, after, same, held);
    }

    /** Takes the input of the neuron and sets it back to zero. */
    private void takeInput() {
        int first = takeInput(false);
        if (equations.inputChannels() == 2) {
            int second = takeInput(true);
            step.bind(NeuronEquations.EXCITATION, first);
            code.visitVarInsn(DLOAD, second);
            code.visitInsn(DNEG);
            step.bind(NeuronEquations.INHIBITION, step.storeDouble());
            code.visitVarInsn(DLOAD, first);
            code.visitVarInsn(DLOAD, second);
            code.visitInsn(DADD);
            step.bind(NeuronEquations.INPUT, step.storeDouble());
        } else {
            step.bind(NeuronEquations.INPUT, first);
        }
        if (equations.uses(NeuronEquations.NOISE)) {
            code.visitVarInsn(ALOAD, 0);
            code.visitVarInsn(ILOAD, NEURON);
            code.visitVarInsn(LLOAD, AT);
            code.visitMethodInsn(INVOKEVIRTUAL, GROUP, "noise", "(IJ)D", false);
            step.bind(NeuronEquations.NOISE, step.storeDouble());
        }
    }

    private int takeInput(boolean second) {
        code.visitVarInsn(ALOAD, WEIGHTS);
        code.visitVarInsn(ILOAD, OFFSET);
        code.visitVarInsn(ILOAD, NEURON);
        code.visitInsn(IADD);
        if (second) {
            step.loadField("size", "I");
            code.visitInsn(IADD);
        }
        code.visitInsn(DUP2);
        code.visitInsn(DALOAD);
        int taken = step.storeDouble();
        code.visitInsn(DCONST_0);
        code.visitInsn(DASTORE);
        return taken;
    }

    /** Whether the potential is held: 1 or 0. */
    private void pushHeld(Outside outside) {
        if (equations.events().refractoryMilliseconds() == 0) {
            code.visitInsn(ICONST_0);
            return;
        }
        step.pushTruth(free -> {
            code.visitVarInsn(LLOAD, AT);
            code.visitInsn(L2D);
            step.element(outside.recovering, NEURON, DALOAD);
            code.visitInsn(DCMPL);
            code.visitJumpInsn(IFGT, free);
        });
    }

    /** Gives the potential of a refractory neuron back what it was. */
    private void hold(Map<String, Integer> before, Map<String, Integer> after, int held) {
        if (equations.events().refractoryMilliseconds() > 0) {
            step.whereSet(held, () -> {
                code.visitVarInsn(DLOAD, before.get(equations.membrane()));
                code.visitVarInsn(DSTORE, after.get(equations.membrane()));
            });
        }
    }

    /** Whether no state has changed: 1 or 0. */
    private void pushSame(Map<String, Integer> before, Map<String, Integer> after) {
        if (equations.uses(NeuronEquations.NOISE)) {
            code.visitInsn(ICONST_0);
            return;
        }
        step.pushTruth(differs -> {
            before.forEach((name, local) -> {
                code.visitVarInsn(DLOAD, local);
                code.visitVarInsn(DLOAD, after.get(name));
                code.visitInsn(DCMPL);
                code.visitJumpInsn(IFNE, differs);
            });
            code.visitVarInsn(DLOAD, step.local(NeuronEquations.INPUT));
            step.jumpUnlessZero(differs);
            if (equations.inputChannels() == 2) {
                code.visitVarInsn(DLOAD, step.local(NeuronEquations.EXCITATION));
                step.jumpUnlessZero(differs);
            }
        });
    }

    /** Assignments in order, each of which sees those before it. */
    private void assign(List<Assignment> assignments, Map<String, Integer> values) {
        for (Assignment each : assignments) {
            step.push(each.value());
            code.visitVarInsn(DSTORE, values.get(each.state()));
            step.forget();
        }
    }

    /** A neuron whose condition to recover has ended may fire again. */
    private void endRecovery(Outside outside) {
        if (equations.events().until() != null) {
            Label lasts = new Label();
            step.jump(equations.events().until(), lasts, true);
            setRecovering(outside, () -> code.visitInsn(DCONST_0));
            code.visitLabel(lasts);
        }
    }

    private void setRecovering(Outside outside, Runnable value) {
        step.place(outside.recovering, NEURON);
        value.run();
        code.visitInsn(DASTORE);
    }

    private void fireAndReset(Outside outside, Map<String, Integer> after, int held, int same) {
        Label silent = new Label();
        code.visitVarInsn(ILOAD, held);
        code.visitJumpInsn(IFNE, silent);
        if (equations.events().until() != null) {
            step.element(outside.recovering, NEURON, DALOAD);
            step.jumpUnlessZero(silent);
        }
        step.jump(equations.events().threshold(), silent, false);
        assign(equations.events().reset(), after);
        code.visitIincInsn(outside.fired, 1);
        code.visitInsn(ICONST_0);
        code.visitVarInsn(ISTORE, same);
        Label unseen = new Label();
        code.visitVarInsn(ALOAD, VISIT);
        code.visitJumpInsn(IFNULL, unseen);
        code.visitVarInsn(ALOAD, VISIT);
        code.visitVarInsn(ILOAD, NEURON);
        code.visitMethodInsn(INVOKEVIRTUAL, Type.getInternalName(Visit.class), "fire", "(I)V", false);
        code.visitLabel(unseen);
        if (equations.events().until() != null) {
            setRecovering(outside, () -> code.visitInsn(DCONST_1));
        } else if (equations.events().refractoryMilliseconds() > 0) {
            setRecovering(outside, () -> {
                code.visitVarInsn(LLOAD, AT);
                code.visitLdcInsn(model.refractoryTicks());
                code.visitInsn(LADD);
                code.visitInsn(L2D);
            });
        }
        code.visitLabel(silent);
        step.forget();
    }

    private void store(Outside outside, Map<String, Integer> after, int same, int held) {
        storeStates(outside, after);
        step.place(outside.resting, NEURON);
        code.visitVarInsn(ILOAD, same);
        code.visitVarInsn(ILOAD, held);
        code.visitInsn(ICONST_1);
        code.visitInsn(IXOR);
        code.visitInsn(IAND);
        code.visitInsn(BASTORE);
    }

    private void storeStates(Outside outside, Map<String, Integer> values) {
        List<Integer> locals = List.copyOf(values.values());
        for (int state = 0; state < locals.size(); state++) {
            step.storeElement(outside.states.get(state), NEURON, locals.get(state));
        }
    }

    /** Ends the run where a state is no number or infinite; before the threshold, since a reset would hide it. */
    private void checkFinite(Outside outside, Map<String, Integer> values) {
        // 0 x is no number for those that are none or infinite: one comparison finds all.
        int terms = 0;
        for (int local : values.values()) {
            code.visitVarInsn(DLOAD, local);
            code.visitInsn(DCONST_0);
            code.visitInsn(DMUL);
            if (terms++ > 0) {
                code.visitInsn(DADD);
            }
        }
        code.visitInsn(DCONST_0);
        code.visitInsn(DCMPL);
        Label finite = new Label();
        code.visitJumpInsn(IFEQ, finite);
        storeStates(outside, values);
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ILOAD, NEURON);
        code.visitVarInsn(LLOAD, AT);
        code.visitMethodInsn(INVOKEVIRTUAL, GROUP, "failed", "(IJ)V", false);
        code.visitLabel(finite);
    }
}
