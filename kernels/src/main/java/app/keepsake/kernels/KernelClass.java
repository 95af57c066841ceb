package app.keepsake.kernels;

import java.util.List;

/**
 * A generated class.
 *
 * @param what a sentence for its Javadoc
 * @param members its methods, which use the vectors' species {@code S} and their length {@code L}
 */
record KernelClass(String name, String what, List<Code> members) {
    static final String PACKAGE = "app.keepsake.engine.internal.kernel";

    private static final Code FILE = Code.of("""
            package ${package};

            import javax.annotation.processing.Generated;
            import jdk.incubator.vector.FloatVector;
            import jdk.incubator.vector.VectorOperators;
            import jdk.incubator.vector.VectorSpecies;

            /** ${what} */
            @Generated("GenerateKernels")
            final class ${name} {
                private static final VectorSpecies<Float> S = Vectors.SPECIES;
                private static final int L = Vectors.LANES;

                private ${name}() {}

                ${members}
            }
            """);

    String source() {
        return FILE.with("package", PACKAGE)
                .with("what", what)
                .with("name", name)
                .with("members", Code.members(members))
                .finished();
    }
}
