package ganglion.equations;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** A hidden class that extends one of ours, whose constructor has the same arguments: references and ints. */
final class WrittenClass {

    private final MethodHandle constructor;

    /** @param writer of {@link #extending}, with the methods of the class */
    WrittenClass(ClassWriter writer, Class<?>... arguments) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup()
                    .defineHiddenClass(writer.toByteArray(), true, MethodHandles.Lookup.ClassOption.NESTMATE);
            constructor = lookup.findConstructor(lookup.lookupClass(), MethodType.methodType(void.class, arguments));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a written class has no constructor", e);
        }
    }

    /** A class with its constructor. */
    static ClassWriter extending(Class<?> base, Class<?>... arguments) {
        String name = Type.getInternalName(base);
        String signature = MethodType.methodType(void.class, arguments).descriptorString();
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        writer.visit(V17, ACC_FINAL | ACC_SUPER, name + "Of", null, name, null);
        MethodVisitor code = writer.visitMethod(0, "<init>", signature, null, null);
        code.visitCode();
        code.visitVarInsn(ALOAD, 0);
        for (int i = 0; i < arguments.length; i++) {
            code.visitVarInsn(arguments[i] == int.class ? ILOAD : ALOAD, i + 1);
        }
        code.visitMethodInsn(INVOKESPECIAL, name, "<init>", signature, false);
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        return writer;
    }

    /** A new object. */
    Object create(Object... arguments) {
        try {
            return constructor.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
