package errand.schemas.serde;

import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.specific.SpecificFixed;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro make objects of generated classes. Since 1.12.2 it refuses every class that was not
 * named as trusted; what Avro itself generates holds data and nothing else, whatever its package.
 * The serde calls this by itself; whoever reads generated records without it must.
 */
public final class GeneratedClasses {

    private static boolean trusted;

    private GeneratedClasses() {}

    /** Adds to whatever is trusted already; doing it again changes nothing. */
    public static synchronized void trust() {
        if (!trusted) {
            ClassSecurityValidator.setGlobal(
                    ClassSecurityValidator.composite(
                            ClassSecurityValidator.getGlobal(), GeneratedClasses::isGenerated));
            trusted = true;
        }
    }

    private static boolean isGenerated(Class<?> type) {
        return SpecificRecord.class.isAssignableFrom(type)
                || SpecificFixed.class.isAssignableFrom(type)
                || GenericEnumSymbol.class.isAssignableFrom(type);
    }
}
