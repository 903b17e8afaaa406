package io.quarkiverse.usecache.deployment.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.persistence.MappedSuperclass;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Methods and types that templates are checked against. */
interface Shop {

    enum Kind {
        HOTEL,
        CAR
    }

    interface Identified<I> {
        I getId();
    }

    record Customer(String id, Optional<String> email, String[] roles) {
        public String getLabel() {
            return id;
        }
    }

    class Entity implements Identified<Long> {
        public Customer customer;
        public static final String TABLE = "entity";
        protected String hidden;
        private Long id;

        @Override
        public Long getId() {
            return id;
        }

        void setId(Long id) {
            this.id = id;
        }
    }

    class Booking extends Entity {

        @Override
        public String toString() {
            return "booking " + getId();
        }

        public boolean isPaid() {
            return true;
        }

        public String isText() {
            return "no property";
        }

        public String getURL() {
            return "";
        }

        public String get() {
            return "no property";
        }

        public String getter() {
            return "no property";
        }

        public String getWith(String argument) {
            return argument;
        }

        public void getNothing() {
        }

        public static String getShared() {
            return "no property";
        }

        String getInternal() {
            return "no property";
        }
    }

    @MappedSuperclass
    class Row {
        public Long key;
        public boolean sold;
    }

    class Bookings extends ArrayList<Booking> {
        private static final long serialVersionUID = 1L;
    }

    record Page<T extends Entity>(T first, List<T> content, Map<String, T> byName) {
    }

    record Nothing() {
    }

    Booking find(long id, String type);

    Booking book(Booking booking);

    List<Booking> list(Kind kind);

    Booking[] array(int[] ids);

    Optional<Booking> optional(Optional<Booking> wanted);

    Uni<List<Booking>> uni(UUID uuid);

    CompletionStage<Optional<Booking>> stage();

    CompletableFuture<Booking> future();

    Uni<? extends Set<? extends Booking>> wildcards();

    Page<Booking> page();

    <T extends Booking> List<T> variable(T example);

    <T> List<T> unbounded();

    Bookings own();

    Map<String, Booking> map();

    @SuppressWarnings("rawtypes")
    List raw();

    @SuppressWarnings("rawtypes")
    Uni rawUni();

    Object object();

    int[] ints();

    List<int[]> grids();

    Booking[][] matrix();

    List<Optional<String>> maybes();

    Row row(Row row);

    List<Row> rows(List<Row> rows);

    List<List<Row>> table(Map<Row, Kind> sold);

    List<Map<Kind, int[]>> counts();

    Customer customer();

    Nothing nothing();

    void delete(Booking booking);

    void none();

    Uni<Void> deleteLater(long id);

    Multi<Booking> stream();

    Booking named(String result);

    interface Repository<T, K> {
        T load(K key);

        List<T> loadAll();
    }

    interface BookingRepository extends Repository<Booking, UUID> {
    }

    interface RowRepository<T extends Row> extends Repository<T, Kind> {
    }
}
