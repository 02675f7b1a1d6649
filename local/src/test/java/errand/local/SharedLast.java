package errand.local;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Classes that share an installation come last: what runs idly beside tests with an installation of
 * their own takes a third of a processor from them.
 */
final class SharedLast implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparing(SharedLast::shares));
    }

    private static boolean shares(ClassDescriptor test) {
        return test.findRepeatableAnnotations(ExtendWith.class).stream()
                .flatMap(with -> Stream.of(with.value()))
                .anyMatch(OnInstallation.class::equals);
    }
}
