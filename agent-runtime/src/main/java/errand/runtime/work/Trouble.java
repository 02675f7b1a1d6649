package errand.runtime.work;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells trouble that passes from faults, by what lies underneath an exception. */
final class Trouble {

    /** SQL states: connection lost, out of resources, shutting down, deadlock, serialisation. */
    private static final Set<String> PASSING = Set.of("08", "53", "57", "40");

    private Trouble() {}

    /** The other side could not even be reached: nothing has happened there. */
    static boolean isNoConnection(Throwable thrown) {
        return any(
                thrown,
                cause ->
                        cause instanceof ConnectException
                                || cause instanceof HttpConnectTimeoutException
                                || cause instanceof SQLException sql && state(sql).equals("08"));
    }

    /** Another try later may help. */
    static boolean isPassing(Throwable thrown) {
        return any(
                thrown,
                cause ->
                        cause instanceof IOException
                                || cause instanceof SQLTransientException
                                || cause instanceof SQLRecoverableException
                                || cause instanceof SQLException sql
                                        && PASSING.contains(state(sql)));
    }

    private static String state(SQLException sql) {
        String state = sql.getSQLState();
        if (state == null) {
            return sql instanceof SQLTransientException ? "08" : "";
        }
        return state.length() < 2 ? "" : state.substring(0, 2);
    }

    private static boolean any(Throwable thrown, Predicate<Throwable> test) {
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (test.test(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
