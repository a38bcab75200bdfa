import type { ServerResponse } from "node:http";
import { describeError, log } from "@/lib/runtime/log";
import type { LiveAccess, SessionInWorkspace } from "./live-access";

/** One open stream. Kept as small as it can be: there may be ten thousand. */
type Stream = { response: ServerResponse; sessionId: string; room: Room; expiresAt: number };
type Room = { workspaceId: string; streams: Set<Stream>; seq: number; told: number; resting: boolean };

/** Answers which of these sessions may still listen to which workspace. */
export type Recheck = (pairs: SessionInWorkspace[]) => Promise<Set<string>>;

export type LiveHub = ReturnType<typeof makeLiveHub>;

const REST_MS = 30;
const MAX_BUFFERED_BYTES = 64 * 1024;
const MAX_STREAMS_PER_SESSION = 20;
const MAX_STREAMS = 20_000;
const CHUNK = 2_000;

/** The name of a session in a workspace, as `Recheck` answers with it. */
export function pairKey(sessionId: string, workspaceId: string): string {
  return `${sessionId} ${workspaceId}`;
}

/**
 * Who listens to which workspace in this process. It tells them that something changed (a number, never what), at most
 * once per 30 ms and workspace, and ends the streams of those who may no longer listen.
 */
export function makeLiveHub(recheck: Recheck) {
  const rooms = new Map<string, Room>();
  const perSession = new Map<string, number>();
  let count = 0;
  let accessChanges = 0;
  // Numbers announced while somebody was still being let in, so that no change falls between the look-up and the joining.
  const recent = new Map<string, number>();

  function hasRoomFor(sessionId: string): boolean {
    return count < MAX_STREAMS && (perSession.get(sessionId) ?? 0) < MAX_STREAMS_PER_SESSION;
  }

  /** `after` is the last change the window has seen; `seenAccessChanges` is `accessChanges()` from before the look-up. */
  function join(
    response: ServerResponse,
    access: LiveAccess,
    after: number,
    seenAccessChanges: number,
  ): void {
    const { workspaceId, sessionId } = access;
    const seq = Math.max(access.seq, recent.get(workspaceId) ?? 0);
    const room = rooms.get(workspaceId) ?? {
      workspaceId,
      streams: new Set(),
      seq,
      told: seq,
      resting: false,
    };
    rooms.set(workspaceId, room);
    room.seq = Math.max(room.seq, seq);
    const stream: Stream = { response, sessionId, room, expiresAt: access.expiresAt };
    room.streams.add(stream);
    count += 1;
    perSession.set(sessionId, (perSession.get(sessionId) ?? 0) + 1);
    response.once("close", () => leave(stream));
    if (room.seq > after) response.write(changeEvent(room.seq));
    if (accessChanges !== seenAccessChanges) void recheckStreams([stream]);
  }

  function leave(stream: Stream): void {
    if (!stream.room.streams.delete(stream)) return;
    count -= 1;
    const left = (perSession.get(stream.sessionId) ?? 1) - 1;
    if (left > 0) perSession.set(stream.sessionId, left);
    else perSession.delete(stream.sessionId);
    if (stream.room.streams.size === 0) rooms.delete(stream.room.workspaceId);
  }

  function send(stream: Stream, text: string): void {
    // Whoever does not read is let go; the browser comes back and catches up by its cursor.
    if (stream.response.writableLength > MAX_BUFFERED_BYTES) stream.response.destroy();
    else stream.response.write(text);
  }

  function finish(stream: Stream): void {
    leave(stream);
    stream.response.end("event: gone\ndata: {}\n\n");
  }

  function changed(workspaceId: string, seq: number): void {
    if (recent.size > 10_000) recent.clear();
    recent.set(workspaceId, Math.max(seq, recent.get(workspaceId) ?? 0));
    const room = rooms.get(workspaceId);
    if (!room) return;
    room.seq = Math.max(room.seq, seq);
    if (!room.resting) tell(room);
  }

  /** The first change goes out at once; those of the next 30 ms go out together. */
  function tell(room: Room): void {
    if (room.seq <= room.told) return;
    room.told = room.seq;
    room.resting = true;
    const text = changeEvent(room.seq);
    for (const stream of room.streams) send(stream, text);
    setTimeout(() => {
      room.resting = false;
      tell(room);
    }, REST_MS);
  }

  async function accessChanged(workspaceId: string): Promise<void> {
    accessChanges += 1;
    await recheckStreams([...(rooms.get(workspaceId)?.streams ?? [])]);
  }

  async function recheckStreams(streams: Stream[]): Promise<void> {
    for (let start = 0; start < streams.length; start += CHUNK) {
      const chunk = streams.slice(start, start + CHUNK);
      const pairs = new Map(chunk.map((stream) => [keyOf(stream), pairOf(stream)]));
      try {
        const allowed = await recheck([...pairs.values()]);
        for (const stream of chunk)
          if (!allowed.has(keyOf(stream)) || stream.expiresAt <= Date.now()) finish(stream);
      } catch (error) {
        // Not knowing counts as no: they come back by themselves and are asked again at the door.
        log.error("live updates: access could not be checked again", describeError(error));
        for (const stream of chunk) stream.response.end();
      }
    }
  }

  function everyone(): Stream[] {
    return [...rooms.values()].flatMap((room) => [...room.streams]);
  }

  return {
    hasRoomFor,
    join,
    changed,
    accessChanged,
    recheckEveryone: () => recheckStreams(everyone()),
    heartbeat: () => {
      for (const stream of everyone()) send(stream, ":\n\n");
    },
    /** Ends every stream without a word: the browsers reconnect by themselves and catch up. */
    letEveryoneReconnect: () => {
      for (const stream of everyone()) stream.response.end();
    },
    accessChanges: () => accessChanges,
    count: () => count,
  };
}

function pairOf(stream: Stream): SessionInWorkspace {
  return { sessionId: stream.sessionId, workspaceId: stream.room.workspaceId };
}

function keyOf(stream: Stream): string {
  return pairKey(stream.sessionId, stream.room.workspaceId);
}

function changeEvent(seq: number): string {
  return `event: change\nid: ${seq}\ndata: {"seq":${seq}}\n\n`;
}
