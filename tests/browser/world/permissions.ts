// What the parts of the app ask for when they are used.

export const LIBRARY = [
  'user-library-read',
  'user-library-modify',
  'user-follow-read',
  'user-follow-modify',
];

export const PLAYLISTS = [
  'playlist-read-private',
  'playlist-read-collaborative',
  'playlist-modify-public',
  'playlist-modify-private',
];

export const SPOKEN = ['user-read-playback-position'];

export const PLAYBACK = [
  'user-read-playback-state',
  'user-read-currently-playing',
  'user-modify-playback-state',
];
